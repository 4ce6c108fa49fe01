package medic.app.practicefile;

import java.io.Reader;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML where 09:00 is a time and 2026-12-01 a date: texts, not the base-60 number and the timestamp
 * that YAML 1.1 makes of them. JSON is read alike.
 */
final class PlainYaml {

  private PlainYaml() {}

  static Object read(Reader file) {
    LoaderOptions options = new LoaderOptions();
    DumperOptions unused = new DumperOptions();
    return new Yaml(
            new SafeConstructor(options), new Representer(unused), unused, options, new Scalars())
        .load(file);
  }

  private static final class Scalars extends Resolver {

    private static final Pattern BOOLEAN = Pattern.compile("true|false");
    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]*)");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+");

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, BOOLEAN, "tf");
      addImplicitResolver(Tag.INT, WHOLE, "-0123456789");
      addImplicitResolver(Tag.FLOAT, DECIMAL, "-0123456789");
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
      addImplicitResolver(Tag.MERGE, MERGE, "<");
    }
  }
}
