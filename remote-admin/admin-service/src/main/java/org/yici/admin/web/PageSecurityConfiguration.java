package org.yici.admin.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.yici.admin.account.DeviceCookies;
import org.yici.admin.account.LoginDetails;
import org.yici.admin.account.LoginSessions;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;

/** Who may reach what on the pages' port; a page that is added must be named here, or nobody reaches it. */
@Configuration(proxyBeanMethods = false)
class PageSecurityConfiguration {
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String[] FOR_ADMINISTRATORS = {
        "/", "/terminals/**", "/refusals/**", "/updates", "/password", "/logout",
    };

    /** Terminals' resources are not there at all on this port, whoever is logged in. */
    @Bean
    @Order(2)
    SecurityFilterChain strayTerminalChain(HttpSecurity http, Refusals refusals) {
        return refuseAll(http.securityMatcher(new AndRequestMatcher(
                        Connectors.PAGES,
                        PathPatternRequestMatcher.withDefaults().matcher(TerminalSecurityConfiguration.RESOURCES))))
                .exceptionHandling(denied -> denied.authenticationEntryPoint((request, response, reason) -> {
                    refusals.count(RefusalKind.WRONG_PORT, Who.NOBODY, "a terminal's resource");
                    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                }))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            ServiceConfig config,
            DeviceCookies deviceCookies,
            LoginSessions sessions,
            Refusals refusals) {
        RequestCache requestCache = requestCache();
        return http.securityMatcher(Connectors.PAGES)
                .authorizeHttpRequests(requests -> requests
                        // What goes on with a request that was let in: the stream of updates, the page of a fault.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/assets/**", "/webjars/**", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/login", "/first-account")
                        .permitAll()
                        .requestMatchers(FOR_ADMINISTRATORS)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(LoginDetails::new)
                        .successHandler(new LoginSuccessHandler(deviceCookies, sessions, requestCache))
                        .failureHandler(new LoginFailureHandler()))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens(config.pages().secure())))
                .requestCache(cache -> cache.requestCache(requestCache))
                .logout(logout -> logout.logoutSuccessUrl("/login?left"))
                .addFilterBefore(new LoginSessionFilter(sessions), SecurityContextHolderFilter.class)
                .addFilterBefore(new OriginCheck(refusals), CsrfFilter.class)
                .exceptionHandling(refused -> refused.accessDeniedHandler(new CountedDenial(refusals))
                        .defaultAuthenticationEntryPointFor(
                                new CountedEntryPoint(new FragmentEntryPoint(), refusals),
                                request -> request.getHeader(FragmentEntryPoint.FRAGMENT_HEADER) != null)
                        .defaultAuthenticationEntryPointFor(
                                new CountedEntryPoint(new LoginUrlAuthenticationEntryPoint("/login"), refusals),
                                PathPatternRequestMatcher.withDefaults().matcher("/**")))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** The form's token is in a cookie, not in a session: a stranger who only looks at the log-in leaves nothing in our memory. */
    private static CsrfTokenRepository formTokens(boolean secure) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("yici-form");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").secure(secure));
        return tokens;
    }

    /** Which page was wanted before the log-in is in a cookie for the same reason; parts of pages are not wanted by anybody. */
    private static RequestCache requestCache() {
        CookieRequestCache wanted = new CookieRequestCache();
        wanted.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && request.getHeader(FragmentEntryPoint.FRAGMENT_HEADER) == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        return wanted;
    }

    /** A port that is opened without a chain of its own answers nothing. */
    @Bean
    @Order(4)
    SecurityFilterChain unknownPortChain(HttpSecurity http) {
        return refuseAll(http).build();
    }

    private static HttpSecurity refuseAll(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }
}
