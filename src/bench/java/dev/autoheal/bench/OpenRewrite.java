package dev.autoheal.bench;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Parser;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.xml.XmlParser;
import org.openrewrite.xml.XmlVisitor;
import org.openrewrite.xml.tree.Xml;

/** The same edit by the XML half of OpenRewrite, which keeps a file's layout too. */
final class OpenRewrite {
  private final XmlParser parser = new XmlParser();
  private final ExecutionContext context = new InMemoryExecutionContext();
  private final XmlVisitor<ExecutionContext> visitor;

  /** Sets the attribute of every such element, where it has the value {@code before}. */
  OpenRewrite(String element, String attribute, String before, String after) {
    visitor =
        new XmlVisitor<>() {
          @Override
          public Xml visitTag(Xml.Tag tag, ExecutionContext p) {
            if (!tag.getName().equals(element)) {
              return super.visitTag(tag, p);
            }
            return tag.withAttributes(
                ListUtils.map(
                    tag.getAttributes(),
                    seen ->
                        seen.getKeyAsString().equals(attribute)
                                && seen.getValueAsString().equals(before)
                            ? seen.withValue(seen.getValue().withValue(after))
                            : seen));
          }
        };
  }

  byte[] rewrite(byte[] content) {
    // It does not take web.config for XML.
    Parser.Input input =
        new Parser.Input(Path.of("web.xml"), () -> new ByteArrayInputStream(content));
    SourceFile parsed = parser.parseInputs(List.of(input), null, context).findFirst().orElseThrow();
    return ((Xml.Document) visitor.visitNonNull(parsed, context)).printAllAsBytes();
  }
}
