package org.yici.admin.web;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.yici.admin.pass.DeviceCertificateAuthenticator;
import org.yici.admin.pass.PassAuthenticator;
import org.yici.admin.refusal.Refusals;
import org.yici.contract.https.Resources;

/**
 * Who may reach what on the terminals' port. A resource that is added below {@value #RESOURCES} needs a pass without anybody thinking of
 * it, and everything else is refused. Controllers take the terminal as {@code @AuthenticationPrincipal Terminal}.
 */
@Configuration(proxyBeanMethods = false)
class TerminalSecurityConfiguration {
    static final String RESOURCES = "/terminal/**";

    @Bean
    Problems problems(Refusals refusals) {
        return new Problems(refusals);
    }

    @Bean
    @Order(1)
    SecurityFilterChain terminalChain(
            HttpSecurity http,
            DeviceCertificateAuthenticator certificates,
            PassAuthenticator passes,
            Problems problems,
            Refusals refusals) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        RequestMatcher pass = paths.matcher(Resources.PASS);
        RequestMatcher enrolment = paths.matcher(Resources.ENROLMENT);
        RequestMatcher others = request -> !pass.matches(request) && !enrolment.matches(request);
        TerminalDenials denials = new TerminalDenials(problems, refusals);
        return http.securityMatcher(Connectors.TERMINALS)
                .authorizeHttpRequests(requests -> requests
                        // What goes on with a request that was let in.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, Resources.ENROLMENT)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, Resources.PASS)
                        .hasAuthority(TerminalAuthentication.CERTIFICATE)
                        .requestMatchers(RESOURCES)
                        .hasAuthority(TerminalAuthentication.PASS)
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(
                        new TerminalAuthenticationFilter(
                                pass, certificates::terminal, TerminalAuthentication.CERTIFICATE, denials),
                        AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new TerminalAuthenticationFilter(
                                others, passes::terminal, TerminalAuthentication.PASS, denials),
                        AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        denied -> denied.authenticationEntryPoint(denials).accessDeniedHandler(denials))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
