package org.yici.admin.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class ErrorPageTest {
    private static String page(int status) {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setLinkBuilder(new StandardLinkBuilder() {
            @Override
            protected String computeContextPath(
                    IExpressionContext context, String base, Map<String, Object> parameters) {
                return "";
            }
        });
        return engine.process("error", new Context(Locale.CHINA, Map.of("status", status)));
    }

    @ParameterizedTest
    @CsvSource({
        "400, 请求无法处理, 请求无法处理",
        "403, 没有权限, 没有受理",
        "404, 没有找到, 没有这个页面",
        "405, 请求无法处理, 请求无法处理",
        "415, 请求无法处理, 请求无法处理",
        "429, 请求无法处理, 尝试次数太多",
        "500, 服务暂时出错, 暂时不能显示",
        "502, 服务暂时出错, 暂时不能显示",
        "503, 服务暂时出错, 现在登录的人太多"
    })
    void saysWhatIsWrongByItsStatus(int status, String title, String heading) {
        assertThat(page(status))
                .contains("<title>" + title + " · 一次 管理中心</title>")
                .containsOnlyOnce("<h1>")
                .contains("<h1>" + heading + "</h1>");
    }
}
