package dev.autoheal.cli;

import dev.autoheal.init.PolicyWriter;
import dev.autoheal.project.OutputPath;
import dev.autoheal.project.UsageException;
import dev.autoheal.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Prints a schema that ships with the program, or writes it to a file. */
final class SchemaCommand implements Command {
  private static final Map<String, String> FILES =
      Map.of(
          "policy", PolicyWriter.SCHEMA,
          "monitoring", "autoheal-monitoring.xsd",
          "report", "autoheal-report.schema.json");

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    HelpLayout.head(
        spec,
        "schema policy|monitoring|report [-o FILE]",
        new HelpLayout.Text(
            "Print the schema of the policy, the section or the JSON report.",
            "autoheal schema policy -o autoheal-policy.schema.json",
            "autoheal schema monitoring"));
    spec.usageMessage().parameterListHeading("%nSchema:%n");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("NAME")
            .type(String.class)
            .arity("1")
            .required(true)
            .completionCandidates(List.of("policy", "monitoring", "report"))
            .description("policy, monitoring or report.")
            .build());
    HelpLayout.group(
        spec,
        "Output",
        OptionSpec.builder("-o", "--output")
            .paramLabel("FILE")
            .type(Path.class)
            .converters(new Converters.ToPath())
            .description("Write to a file instead of standard output.")
            .build());
    HelpLayout.common(spec, "Success.", "", "Wrong usage.");
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) throws IOException, UsageException {
    String name = arguments.matchedPositionalValue(0, "");
    String file = FILES.get(name);
    if (file == null) {
      throw new UsageException(
          "unknown schema %s; use policy, monitoring or report".formatted(Quoted.literal(name)));
    }
    byte[] schema = read(file);
    Path output = arguments.matchedOptionValue("--output", null);
    if (output == null) {
      console.out().write(schema);
    } else {
      OutputPath.write(
          OutputPath.of(output.toString(), console.current()), out -> out.write(schema));
    }
    return ExitCode.OK;
  }

  /** Returns the content of the schema of policies. */
  static byte[] policy() throws IOException {
    return read(PolicyWriter.SCHEMA);
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream in = SchemaCommand.class.getResourceAsStream("/schemas/" + file)) {
      return in.readAllBytes();
    }
  }
}
