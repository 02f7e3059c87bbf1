package org.yici.admin.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yici.admin.account.FirstAccount;
import org.yici.admin.account.FirstAccount.Result;
import org.yici.admin.account.HashingBusyException;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;

/** Logging in, and making the first account. */
@Controller
class AccountPages {
    private static final Map<Result, String> SENTENCES = Map.of(
            Result.CODE_WRONG, "一次性代码不正确或已过期。请查看服务控制台上最新的代码。",
            Result.TOO_MANY_TRIES, "一次性代码不正确，而且尝试次数太多。请照着服务控制台上最新的代码逐字核对。",
            Result.NAME_UNSUITABLE, "用户名为 2 至 32 个字符，可用汉字、字母、数字和 . _ -。",
            Result.PASSWORDS_DIFFER, "两次输入的密码不一致。",
            Result.PASSWORD_TOO_SHORT, "密码需要 12 至 200 个字符。");

    private static final Map<Result, RefusalKind> COUNTED = Map.of(
            Result.CODE_WRONG, RefusalKind.FIRST_CODE_WRONG,
            Result.TOO_MANY_TRIES, RefusalKind.FIRST_CODE_LOCKED);
    private static final String BUSY = "当前请求较多，账户尚未建立。请等几秒钟再提交一次。";

    private final FirstAccount firstAccount;
    private final Refusals refusals;

    AccountPages(FirstAccount firstAccount, Refusals refusals) {
        this.firstAccount = firstAccount;
        this.refusals = refusals;
    }

    @GetMapping("/login")
    String login() {
        return firstAccount.isDue() ? "redirect:/first-account" : "login";
    }

    @GetMapping("/first-account")
    String firstAccount() {
        return firstAccount.isDue() ? "first-account" : "redirect:/login";
    }

    @PostMapping("/first-account")
    String create(
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("name", name);
        Result result;
        try {
            result = firstAccount.create(code, name.strip(), password, repeated, request.getRemoteAddr());
        } catch (HashingBusyException e) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            model.addAttribute("fault", BUSY);
            return "first-account";
        }
        if (COUNTED.containsKey(result)) {
            refusals.count(COUNTED.get(result), Who.browser(request.getRemoteAddr()), "");
        }
        if (result == Result.CREATED) {
            return "redirect:/login?created";
        }
        if (result == Result.EXISTS_ALREADY) {
            return "redirect:/login";
        }
        if (result == Result.TOO_MANY_TRIES) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        }
        model.addAttribute("fault", SENTENCES.get(result));
        return "first-account";
    }
}
