package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets a thread die before one of its steps: a statement or a command. What it has done before that
 * stays done, and nothing after it happens, as when the process is killed there.
 *
 * <p>Named as a source by the servers that want it, and no configuration that others would find.
 */
class Crashes {

  /** No catch clause of the application takes this for a failure that it could handle. */
  static final class Death extends Error {
    Death() {
      super("died on demand", null, false, false);
    }
  }

  private static final Set<String> STEPS = Set.of("sql", "send");
  private static final ThreadLocal<int[]> STEPS_TO_LIVE = new ThreadLocal<>();
  private static final ThreadLocal<Interruption> OTHER = new ThreadLocal<>();

  /** Runs this, but for so many steps only; answers whether it lived to its end. */
  static boolean survives(int steps, Runnable work) {
    STEPS_TO_LIVE.set(new int[] {steps});
    try {
      work.run();
      return true;
    } catch (Death death) {
      return false;
    } finally {
      STEPS_TO_LIVE.remove();
    }
  }

  /** Runs this, and something else just before it sends the first command of a type. */
  static void interrupted(Class<?> command, Runnable other, Runnable work) {
    OTHER.set(new Interruption(command, other));
    try {
      work.run();
      assertThat(OTHER.get()).as("still to come before " + command.getSimpleName()).isNull();
    } finally {
      OTHER.remove();
    }
  }

  private record Interruption(Class<?> command, Runnable other) {
    boolean comesBefore(Object[] arguments) {
      return arguments != null
          && arguments.length > 0
          && arguments[0] instanceof CommandMessage<?> message
          && message.getPayloadType() == command;
    }
  }

  @Bean
  static BeanPostProcessor mortality() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof JdbcClient) {
          return mortal(bean, JdbcClient.class);
        }
        return bean instanceof CommandGateway ? mortal(bean, CommandGateway.class) : bean;
      }
    };
  }

  private static Object mortal(Object bean, Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (STEPS.contains(method.getName())) {
            step();
          }
          Interruption next = OTHER.get();
          if (next != null && next.comesBefore(arguments)) {
            OTHER.remove();
            next.other().run();
          }
          try {
            return method.invoke(bean, arguments);
          } catch (InvocationTargetException failure) {
            throw failure.getCause();
          }
        });
  }

  private static void step() {
    int[] left = STEPS_TO_LIVE.get();
    if (left != null && left[0]-- <= 0) {
      throw new Death();
    }
  }
}
