package cadastre.console;

import cadastre.desk.Office;
import cadastre.people.Accounts;
import cadastre.people.Attempts;
import cadastre.people.Devices;
import cadastre.people.Founding;
import cadastre.people.Lockout;
import cadastre.people.Passwords;
import cadastre.people.Sessions;
import cadastre.people.SignIn;
import cadastre.people.Workspaces;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What the console is made of. Who includes it gives it the ports of `people` and an [Office].
@Configuration(proxyBeanMethods = false)
@Import({
    AttentionPages.class,
    ChangePages.class,
    DomainPages.class,
    DraftPages.class,
    ErrorPages.class,
    GuidePages.class,
    IntegrationPages.class,
    LivePages.class,
    SettingsPages.class,
    SignInPages.class,
    SnapshotPages.class
})
public class ConsoleConfiguration implements WebMvcConfigurer {
    /// Everything is ours: no script, style, font or picture from elsewhere, nothing inline, no frame.
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// Before anything else: a stream begins to speak on another thread, and then it is too late for headers.
    private static final ObjectPostProcessor<HeaderWriterFilter> AT_ONCE = new ObjectPostProcessor<>() {
        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    };

    /// With the beans below.
    public ConsoleConfiguration() {}

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/**")
                .addResourceLocations(
                        "classpath:/cadastre/console/static/",
                        "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic());
    }

    @Bean
    Templates templates() {
        return new Templates();
    }

    @Bean
    SignIn signIn(
            Accounts accounts,
            Sessions sessions,
            Attempts attempts,
            Devices devices,
            Passwords passwords,
            SecureRandom chance) {
        return new SignIn(accounts, sessions, attempts, devices, passwords, Lockout.STANDARD, chance);
    }

    @Bean
    Reception reception(
            Sessions sessions, Accounts accounts, Workspaces workspaces, Office office, InstantSource clock) {
        return new Reception(sessions, accounts, workspaces, office, clock);
    }

    @Bean
    Frames frames(Founding founding, InstantSource clock) {
        return new Frames(clock);
    }

    @Bean
    SecurityFilterChain consoleChain(HttpSecurity http, Reception reception) {
        CookieCsrfTokenRepository forms = new CookieCsrfTokenRepository();
        forms.setCookieName(Cookies.CSRF);
        forms.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return http.authorizeHttpRequests(
                        rules -> rules.requestMatchers("/static/**", "/sign-in", "/welcome", "/error", "/guide/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(forms))
                .addFilterBefore(new SessionFilter(reception), AuthorizationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new SignInEntry()))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                        .withObjectPostProcessor(AT_ONCE))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }
}
