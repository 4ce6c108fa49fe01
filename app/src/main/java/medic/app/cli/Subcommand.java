package medic.app.cli;

import java.util.concurrent.Callable;

/**
 * A subcommand of {@code ./medic}: a picocli {@code @Command}, named in {@code
 * META-INF/services/medic.app.cli.Subcommand}. It answers the exit code.
 */
public interface Subcommand extends Callable<Integer> {}
