package medic.query;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import medic.contact.PhoneNumbers;
import medic.events.appointment.AppointmentEvent;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.hold.HoldEvent;
import medic.events.patient.PatientEvent;
import medic.events.room.RoomCalendarEvent;
import medic.http.ProblemAdvice;
import medic.query.personal.SealedData;
import medic.query.processing.ProcessedPositions;
import medic.query.web.Questions;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tools.jackson.databind.json.JsonMapper;

/** The whole read side on a real PostgreSQL, with events appended to a store in memory. */
public final class QuerySide {

  /** Where tests stand in time unless they move it: a Monday. */
  public static final Instant NOW = Instant.parse("2030-03-04T06:00:00Z");

  private static final ThreadLocal<Integer> STATEMENTS = ThreadLocal.withInitial(() -> 0);
  private static QuerySide running;

  private final ConfigurableApplicationContext context;
  private final Map<String, Long> sequences = new ConcurrentHashMap<>();

  private QuerySide(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static synchronized QuerySide start() {
    if (running == null) {
      running = new QuerySide(run(WebApplicationType.SERVLET));
    }
    running.at(NOW);
    return running;
  }

  /** One of its own, for what would trouble other tests. */
  public static QuerySide startAnother() {
    return new QuerySide(run(WebApplicationType.SERVLET));
  }

  static ConfigurableApplicationContext run(WebApplicationType web, String... properties) {
    return new SpringApplicationBuilder(Wiring.class)
        .web(web)
        .properties(
            "axon.serializer.general=jackson3",
            "axon.serializer.events=jackson3",
            "axon.serializer.messages=jackson3",
            "axon.axonserver.enabled=false",
            "spring.jpa.open-in-view=false",
            "spring.jpa.hibernate.ddl-auto=none",
            "spring.flyway.locations=classpath:db/testwork,classpath:db/migration",
            "spring.flyway.default-schema=flyway",
            "medic.rebuild.rows-in-memory=20",
            "logging.level.root=warn",
            "server.port=0")
        .properties(properties)
        .run();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  WebSide web() {
    return new WebSide(webAddress());
  }

  String webAddress() {
    return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
  }

  public Connection newConnection() throws SQLException {
    return bean(EmbeddedPostgres.class).getPostgresDatabase().getConnection();
  }

  public Questions questions() {
    return bean(Questions.class);
  }

  public JdbcTemplate jdbc() {
    return bean(JdbcTemplate.class);
  }

  public void at(Instant now) {
    bean(MovableClock.class).now = now;
  }

  /** Appends events in the order given, each to the stream it belongs to. */
  public QuerySide happened(Object... events) {
    return happenedBy(Map.of("actorType", "admin", "actorId", "boss", "channel", "api"), events);
  }

  public QuerySide happenedBy(Map<String, String> metadata, Object... events) {
    bean(EventStore.class)
        .publish(Arrays.stream(events).map(event -> message(event, metadata)).toList());
    return this;
  }

  private GenericDomainEventMessage<?> message(Object event, Map<String, String> metadata) {
    String stream = stream(event);
    long sequence = sequences.merge(stream, 0L, (last, zero) -> last + 1);
    return new GenericDomainEventMessage<>(
        event.getClass().getSimpleName(), stream, sequence, stored(event), MetaData.from(metadata));
  }

  /** As it comes out of a store: personal data sealed. */
  private Object stored(Object event) {
    JsonMapper json = bean(SealedData.class).json();
    return json.readValue(json.writeValueAsString(event), event.getClass());
  }

  private static String stream(Object event) {
    if (event instanceof AppointmentEvent of) {
      return of.appointmentId().toString();
    }
    if (event instanceof DoctorScheduleEvent of) {
      return of.doctorId().toString();
    }
    if (event instanceof HoldEvent of) {
      return of.holdId().toString();
    }
    return event instanceof RoomCalendarEvent of
        ? of.roomId().toString()
        : ((PatientEvent) event).patientId().toString();
  }

  public long head() {
    return bean(EventStorageEngine.class).createHeadToken().position().orElse(-1);
  }

  /** Waits until every read model has seen all events. */
  public QuerySide settled() throws InterruptedException {
    String[] groups = QuerySideConfiguration.GROUPS.toArray(String[]::new);
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!bean(ProcessedPositions.class).cover(groups, head())) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("read models do not catch up with " + head());
      }
      Thread.sleep(5);
    }
    return this;
  }

  public void replay(String group) throws InterruptedException {
    PooledStreamingEventProcessor processor =
        bean(EventProcessingConfiguration.class)
            .eventProcessor(group, PooledStreamingEventProcessor.class)
            .orElseThrow();
    processor.shutDown();
    processor.resetTokens();
    processor.start();
    settled();
  }

  public List<Map<String, Object>> rows(String table) {
    return jdbc().queryForList("select * from " + table + " t order by t::text");
  }

  /**
   * How many statements the work sends. Other threads send theirs at any time: they don't count.
   */
  public static int statements(Runnable work) {
    int before = STATEMENTS.get();
    work.run();
    return STATEMENTS.get() - before;
  }

  /** A clock that a test sets. */
  public static final class MovableClock extends Clock {
    volatile Instant now = NOW;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Configuration
  @EnableAutoConfiguration(
      excludeName = {
        "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration"
      })
  @Import({
    QuerySideConfiguration.class,
    WebSide.TestCallers.class,
    ProblemAdvice.class,
    WebSide.Constant.class
  })
  static class Wiring {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws Exception {
      return EmbeddedPostgres.start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
      com.zaxxer.hikari.HikariDataSource pool = new com.zaxxer.hikari.HikariDataSource();
      pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
      pool.setUsername("postgres");
      pool.setMaximumPoolSize(24);
      return new CountingDataSource(pool);
    }

    @Bean
    MovableClock clock() {
      return new MovableClock();
    }

    @Bean
    PhoneNumbers phoneNumbers() {
      return new PhoneNumbers("DE");
    }

    @Bean
    @Primary
    JsonMapper storedJson() {
      return JsonMapper.builder().addModule(TestSealing.module()).build();
    }

    @Bean
    org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer typesOfAxon() {
      return builder ->
          builder
              .addModule(TestSealing.module())
              .polymorphicTypeValidator(
                  tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator.builder()
                      .allowIfSubType("org.axonframework.")
                      .allowIfSubType("medic.")
                      .build());
    }

    @Bean
    EventStorageEngine engine() {
      return new InMemoryEventStorageEngine();
    }

    @Bean
    EmbeddedEventStore eventStore(EventStorageEngine engine) {
      return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @Bean
    ConnectionProvider connections(DataSource source) {
      return () -> DataSourceUtils.getConnection(source);
    }

    @Bean
    TokenStore tokenStore(DataSource source, Serializer serializer) {
      return JdbcTokenStore.builder()
          .connectionProvider(() -> shared(DataSourceUtils.getConnection(source), source))
          .serializer(serializer)
          .schema(
              TokenSchema.builder()
                  .setTokenTable("work.token_entry")
                  .setProcessorNameColumn("processor_name")
                  .setTokenTypeColumn("token_type")
                  .build())
          .build();
    }

    private static Connection shared(Connection connection, DataSource source) {
      return (Connection)
          Proxy.newProxyInstance(
              QuerySide.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("close")) {
                  DataSourceUtils.releaseConnection(connection, source);
                  return null;
                }
                return method.invoke(connection, arguments);
              });
    }
  }

  /** Counts what is executed. */
  private static final class CountingDataSource extends DelegatingDataSource {
    CountingDataSource(DataSource pool) {
      super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
      return (Connection) counting(super.getConnection(), Connection.class);
    }

    private static Object counting(Object target, Class<?> type) {
      return Proxy.newProxyInstance(
          QuerySide.class.getClassLoader(),
          new Class<?>[] {type},
          (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
              STATEMENTS.set(STATEMENTS.get() + 1);
            }
            try {
              Object result = method.invoke(target, arguments);
              if (result instanceof PreparedStatement) {
                return counting(result, PreparedStatement.class);
              }
              return result instanceof Statement ? counting(result, Statement.class) : result;
            } catch (java.lang.reflect.InvocationTargetException failed) {
              throw failed.getCause();
            }
          });
    }
  }
}
