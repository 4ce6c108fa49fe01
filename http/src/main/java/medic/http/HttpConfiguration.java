package medic.http;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import medic.events.id.PatientId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/** All that endpoints share: strict JSON, problems, callers and access. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ProblemErrorController.class, ReadsOnRecord.class})
public class HttpConfiguration implements WebMvcConfigurer {

  private final JsonMapper mapper;
  private final ObjectProvider<RefusalWindows> refusals;

  HttpConfiguration(JsonMapper mapper, ObjectProvider<RefusalWindows> refusals) {
    this.mapper = mapper;
    this.refusals = refusals;
  }

  @Bean
  static RefusalWindows refusalWindows(
      ObjectProvider<AccessLog> accessLog, ObjectProvider<Clock> clock) {
    return new RefusalWindows(accessLog::getObject, clock::getObject);
  }

  @Bean
  static WebMvcRegistrations givenParameters() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new GivenParameters();
      }
    };
  }

  /** First of all filters, also where a request comes back with its body. */
  @Bean
  static FilterRegistrationBean<BodyFilter> bodies(
      @Value("${medic.http.body-within:15s}") Duration deadline,
      @Value("${medic.http.body-space:64MB}") DataSize space) {
    FilterRegistrationBean<BodyFilter> filter =
        new FilterRegistrationBean<>(new BodyFilter(deadline, new BodySpace(space.toBytes())));
    filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  /**
   * Objects come and go as strict JSON, and as nothing else: whatever format is found beside it on
   * the class path would be read by a mapper that is not strict.
   */
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    HttpMessageConverter<?> json =
        new JacksonJsonHttpMessageConverter(StrictJson.strict(mapper.rebuild()).build());
    converters
        .withJsonConverter(json)
        .configureMessageConvertersList(
            all -> all.removeIf(other -> other != json && takesObjects(other)));
  }

  private static boolean takesObjects(HttpMessageConverter<?> converter) {
    return converter.canRead(AnyObject.class, null) || converter.canWrite(AnyObject.class, null);
  }

  /** As a body or an answer is one. */
  private record AnyObject(String field) {}

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, Instant.class, WireTypes::instant);
    registry.addConverter(String.class, LocalDate.class, WireTypes::date);
    registry.addConverter(String.class, LocalTime.class, WireTypes::time);
    registry.addConverter(String.class, ZoneId.class, WireTypes::zone);
    registry.addConverter(String.class, UUID.class, WireTypes::uuid);
    registry.addConverter(String.class, PatientId.class, WireTypes::patientId);
    registry.addConverter(String.class, String.class, WireTypes::text);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new RefusalsOnRecord(refusals::getObject));
    registry.addInterceptor(new AccessInterceptor());
    registry.addInterceptor(new KnownParameters());
  }

  /**
   * The advice answers all that this one knows; what it knows beside takes a lost database for a
   * client that went away.
   */
  @Override
  public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
    resolvers.removeIf(DefaultHandlerExceptionResolver.class::isInstance);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CallerArgumentResolver());
  }
}
