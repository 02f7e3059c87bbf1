package org.yici.admin.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yici.admin.account.HashingBusyException;
import org.yici.admin.account.LoginSession;
import org.yici.admin.account.LoginSessions;
import org.yici.admin.account.PasswordChange;
import org.yici.admin.account.PasswordChange.Result;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;

/** Changing one's own password. */
@Controller
class PasswordPages {
    private static final Map<Result, String> SENTENCES = Map.of(
            Result.OLD_PASSWORD_WRONG, "原密码不正确，密码没有修改。请重新输入。",
            Result.TOO_MANY_TRIES, "原密码错误次数太多，密码没有修改。请过几分钟再试。",
            Result.PASSWORDS_DIFFER, "两次输入的新密码不一致，密码没有修改。请重新输入。",
            Result.PASSWORD_UNSUITABLE, "新密码需要 12 至 200 个字符，密码没有修改。请换一个密码。",
            Result.PASSWORD_SAME, "新密码与原密码相同，密码没有修改。请换一个密码。");
    private static final Map<Result, RefusalKind> COUNTED = Map.of(
            Result.OLD_PASSWORD_WRONG, RefusalKind.PASSWORD_WRONG,
            Result.TOO_MANY_TRIES, RefusalKind.PASSWORD_LOCKED);
    private static final String BUSY = "当前请求较多，密码没有修改。请等几秒钟再提交一次。";

    private final PasswordChange passwords;
    private final LoginSessions sessions;
    private final Refusals refusals;

    PasswordPages(PasswordChange passwords, LoginSessions sessions, Refusals refusals) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.refusals = refusals;
    }

    @ModelAttribute("who")
    String who(Principal principal) {
        return principal.getName();
    }

    @GetMapping("/password")
    String form() {
        return "password";
    }

    @PostMapping("/password")
    String change(
            @RequestParam String old,
            @RequestParam String password,
            @RequestParam String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        LoginSession own = sessions.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        Result result;
        try {
            result = passwords.change(own, old, password, repeated);
        } catch (HashingBusyException e) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            model.addAttribute("fault", BUSY);
            return "password";
        }
        if (result == Result.CHANGED) {
            request.changeSessionId();
            return "redirect:/password?changed";
        }
        if (COUNTED.containsKey(result)) {
            refusals.count(COUNTED.get(result), Who.browser(request.getRemoteAddr()), "");
        }
        model.addAttribute("fault", SENTENCES.get(result));
        return "password";
    }
}
