package medic.app.description;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import medic.command.rule.RuleTable;
import medic.http.Caller;
import medic.http.IfMatch;
import medic.http.KeyHeader;
import medic.http.Problem;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description says of the API as a whole, and what its operations refer to. */
@Configuration(proxyBeanMethods = false)
public class ApiDescription {

  private static final String SCHEME = "bearer";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(new Info().title("Medic booking").version("1").description(rules()))
        .components(components())
        .addSecurityItem(new SecurityRequirement().addList(SCHEME));
  }

  @Bean
  OperationCustomizer operationRules() {
    return new OperationRules();
  }

  private static String rules() {
    return "Rules of bookings and moves, and who may override which:\n\n" + RuleTable.markdown();
  }

  private static Components components() {
    Components components =
        new Components()
            .addSecuritySchemes(SCHEME, bearer())
            .addParameters(KeyHeader.NAME, idempotencyKey())
            .addParameters(IfMatch.NAME, ifMatch());
    ModelConverters.getInstance(true)
        .readAll(Problem.class)
        .forEach((name, schema) -> components.addSchemas(name, complete(schema)));
    for (ProblemResponse problem : ProblemResponse.values()) {
      components.addResponses(problem.name(), problem.described());
    }
    return components;
  }

  /** All that a problem tells is always there, but for the bad fields. */
  private static Schema<?> complete(Schema<?> schema) {
    return schema.required(
        schema.getProperties().keySet().stream().filter(name -> !name.equals("errors")).toList());
  }

  private static SecurityScheme bearer() {
    return new SecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .bearerFormat("JWT")
        .description("The accessToken of POST /api/auth/token, or the OIDC issuer's token.");
  }

  private static Parameter ifMatch() {
    return new HeaderParameter()
        .name(IfMatch.NAME)
        .description(
            "The ETag of what was read (the version in lists, in quotes). Where it is another by now,"
                + " nothing changes and the answer is 412 VERSION_CONFLICT; what is as wished already"
                + " stays, and is answered as done. Without it, or with *, whatever there is is edited.")
        .schema(new StringSchema());
  }

  private static Parameter idempotencyKey() {
    return new HeaderParameter()
        .name(KeyHeader.NAME)
        .description(
            "Any text that is new for each new request. The same request sent again with the same"
                + " key changes nothing more and is answered alike; another creation with it, or"
                + " another request about the same visit or patient, is refused with 422"
                + " IDEMPOTENCY_KEY_REUSED. Of another visit or patient it says nothing.")
        .schema(new StringSchema().minLength(1).maxLength(KeyHeader.MAX_LENGTH));
  }
}
