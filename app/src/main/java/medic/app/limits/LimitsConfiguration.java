package medic.app.limits;

import io.github.bucket4j.TimeMeter;
import medic.app.Settings;
import medic.app.StartRefused;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Limits by caller and by address, on each node for itself. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class LimitsConfiguration implements WebMvcConfigurer {

  /** After those that take bodies in, before Spring Security. */
  private static final int BEFORE_SECURITY = -200;

  private final CallerLimit callers;

  LimitsConfiguration(Environment environment) {
    this.callers = new CallerLimit(limit(Settings.MEDIC_CALLER_REQUESTS, environment));
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(callers).order(Ordered.HIGHEST_PRECEDENCE);
  }

  @Bean
  static FilterRegistrationBean<AddressLimit> addressLimit(Environment environment) {
    FilterRegistrationBean<AddressLimit> filter =
        new FilterRegistrationBean<>(
            new AddressLimit(limit(Settings.MEDIC_ADDRESS_REQUESTS, environment)));
    filter.setOrder(BEFORE_SECURITY);
    return filter;
  }

  private static RequestLimit limit(Settings setting, Environment environment) {
    try {
      long perMinute = Long.parseLong(setting.in(environment).strip());
      if (perMinute >= 0) {
        return new RequestLimit(perMinute, TimeMeter.SYSTEM_NANOTIME);
      }
    } catch (NumberFormatException none) {
      // told below
    }
    throw new StartRefused(setting + " must be a number of requests, or 0 for no limit.");
  }
}
