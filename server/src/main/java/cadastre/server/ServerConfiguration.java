package cadastre.server;

import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// What Spring is told beside the doors: how the port behaves.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
public class ServerConfiguration {
    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");

    /// For Spring.
    public ServerConfiguration() {}

    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> errors() {
        return factory -> factory.addErrorPages(new ErrorPage("/error"));
    }

    /// A page elsewhere whose name suddenly means this machine does not get in.
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(OURSELVES::contains);
        return firewall;
    }
}
