package medic.app.server;

import medic.app.Settings;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Sets Tomcat up. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ServerConfiguration {

  /** Both where Tomcat knows the host that is asked for and where it does not. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInPlaceOfTomcatsPages() {
    return tomcat -> {
      tomcat.addEngineValves(new ProblemReportValve());
      tomcat.addContextCustomizers(ServerConfiguration::reportProblems);
    };
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(
      Environment environment) {
    return tomcat ->
        Settings.MEDIC_TRUSTED_PROXIES
            .find(environment)
            .map(TrustedProxies::valve)
            .ifPresent(tomcat::addEngineValves);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> healthPort(Environment environment) {
    return tomcat -> {
      if (Settings.MEDIC_HEALTH_PORT.find(environment).isPresent()) {
        HealthPort port = HealthPort.of(environment);
        tomcat.addEngineValves(port);
        port.connectors().forEach(tomcat::addAdditionalConnectors);
      }
    };
  }

  private static void reportProblems(Context context) {
    ((StandardHost) context.getParent())
        .setErrorReportValveClass(ProblemReportValve.class.getName());
  }
}
