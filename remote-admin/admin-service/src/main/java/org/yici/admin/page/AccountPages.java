package org.yici.admin.page;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yici.admin.account.FirstAccount;
import org.yici.admin.account.FirstAccount.Result;

/** Logging in, and making the first account. */
@Controller
class AccountPages {
    private static final Map<Result, String> SENTENCES = Map.of(
            Result.CODE_WRONG, "一次性代码不正确或已过期。请查看服务控制台上最新的代码。",
            Result.TOO_MANY_TRIES, "尝试次数太多，请一分钟后再试。",
            Result.NAME_UNSUITABLE, "用户名为 2 至 32 个字符，可用汉字、字母、数字和 . _ -。",
            Result.PASSWORDS_DIFFER, "两次输入的密码不一致。",
            Result.PASSWORD_TOO_SHORT, "密码需要 12 至 200 个字符。");

    private final FirstAccount firstAccount;

    AccountPages(FirstAccount firstAccount) {
        this.firstAccount = firstAccount;
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
            Model model) {
        Result result = firstAccount.create(code, name.strip(), password, repeated);
        if (result == Result.CREATED) {
            return "redirect:/login?created";
        }
        if (result == Result.EXISTS_ALREADY) {
            return "redirect:/login";
        }
        model.addAttribute("fault", SENTENCES.get(result));
        model.addAttribute("name", name);
        return "first-account";
    }
}
