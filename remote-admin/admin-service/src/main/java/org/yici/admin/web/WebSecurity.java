package org.yici.admin.web;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.refusal.Refusals;

@Configuration(proxyBeanMethods = false)
class WebSecurity {
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    TerminalConnector terminalConnector(ServiceConfig config, KeyFolder keys, Refusals refusals)
            throws IOException, GeneralSecurityException {
        return new TerminalConnector(config.terminals(), keys, refusals);
    }

    @Bean
    FilterRegistrationBean<PortSeparation> portSeparation(TerminalConnector terminals, Refusals refusals) {
        FilterRegistrationBean<PortSeparation> filter =
                new FilterRegistrationBean<>(new PortSeparation(terminals::port, refusals));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return filter;
    }

    /** Terminals bring a certificate or a pass with each request; what they may is decided where it is answered. */
    @Bean
    @Order(1)
    SecurityFilterChain terminals(HttpSecurity http) {
        return http.securityMatcher(PortSeparation.TERMINALS + "**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Refusals refusals) {
        return http.authorizeHttpRequests(requests ->
                        requests // What goes on with a request that was let in: the stream of updates, the page of a
                                // fault.
                                .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(
                                        "/login",
                                        "/first-account",
                                        "/assets/**",
                                        "/webjars/**",
                                        "/actuator/health/**",
                                        "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/terminals"))
                .logout(logout -> logout.logoutSuccessUrl("/login?left"))
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
}
