package dev.autoheal.xdt;

import dev.autoheal.text.Quoted;
import dev.autoheal.text.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Evaluates XPath 1.0 with the JDK, within limits. It accepts only the functions of the standard.
 * It refuses paths that are too long or that walk the document too often.
 */
final class XPathEvaluator {
  /** The greatest length of a path, in UTF-16 units. */
  private static final int LONGEST = 2000;

  private static final Pattern LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");

  /**
   * Texts that no path contains, though the JDK skips some of them; the engine knows no variables.
   */
  private static final Pattern FOREIGN = Pattern.compile("[$#{}\\\\;~^%?`&]|/\\s+/");

  private static final Pattern FUNCTION = Pattern.compile("([\\w.:-]+)\\s*\\(");

  /** Parts of a path that may let one step see all nodes, or let a predicate count them. */
  private static final Pattern WIDE =
      Pattern.compile("//|\\.\\.|::|(?<=[^\\w\\])*.@:-]\\s{0,9})/|last\\s*\\(|position\\s*\\(");

  /** A comparison that reads only the value of an attribute. */
  private static final Pattern OF_ATTRIBUTE = Pattern.compile("@[\\w.:-]+\\s*!?=\\s*''");

  /** Parts of a path that may read all the text in an element. */
  private static final Pattern TEXT = Pattern.compile("[=<>(+]|(?<![\\w.])\\.(?![\\w.])");

  /** The start of the JDK's message codes for an expression that exceeds its limits. */
  private static final String TOO_INVOLVED = "JAXP0801";

  /**
   * The functions of XPath 1.0, the node tests, and the operators that may come before a
   * parenthesis.
   */
  private static final Set<String> KNOWN =
      Set.of(
          "last position count id local-name namespace-uri name string concat starts-with contains"
              .concat(" substring-before substring-after substring string-length normalize-space")
              .concat(" translate boolean not true false lang number sum floor ceiling round")
              .concat(" text node comment processing-instruction and or div mod")
              .split(" "));

  /**
   * The size of a document.
   *
   * @param nodes the greatest number of nodes
   * @param text the number of steps that it takes to read the text of each element once
   */
  record Size(long nodes, long text) {}

  private final XPathFactory factory = factory();
  private final WorkBudget budget;

  /**
   * Creates an evaluator.
   *
   * @param budget pays for each evaluation
   */
  XPathEvaluator(WorkBudget budget) {
    this.budget = budget;
  }

  private static XPathFactory factory() {
    try {
      XPathFactory factory = XPathFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory;
    } catch (XPathFactoryConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the nodes that a path finds, in document order.
   *
   * @param path the XPath
   * @param from the node where the path starts
   * @param names the namespaces of the prefixes in the path
   * @param size the size of the document that contains {@code from}
   * @throws TransformException if the path is invalid, does not lead to nodes or is too expensive
   */
  List<Node> select(String path, Node from, NamespaceScope names, Size size)
      throws TransformException {
    requireSafe(path, size);
    try {
      XPath xpath = factory.newXPath();
      xpath.setNamespaceContext(names);
      NodeList found = (NodeList) xpath.evaluate(path, from, XPathConstants.NODESET);
      List<Node> nodes = new ArrayList<>(found.getLength());
      for (int i = 0; i < found.getLength(); i++) {
        nodes.add(found.item(i));
      }
      return nodes;
    } catch (XPathExpressionException e) {
      throw String.valueOf(e.getMessage()).contains(TOO_INVOLVED)
          ? tooInvolved(path)
          : noPath(path);
    } catch (RuntimeException e) {
      // The JDK fails in this way at arguments of the wrong type, as in count('x').
      throw noPath(path);
    }
  }

  /** Returns a path for a message, whole and in quotes. */
  static String quoted(String path) {
    return "'" + Secrets.redact(path) + "'";
  }

  private static TransformException noPath(String path) {
    return TransformException.error(
        "invalid XPath %s; expected a path to elements".formatted(quoted(path)));
  }

  private void requireSafe(String path, Size size) throws TransformException {
    if (path.length() > LONGEST) {
      throw tooInvolved(path);
    }
    String bare = LITERAL.matcher(path).replaceAll("''");
    if (FOREIGN.matcher(bare).find()) {
      throw noPath(path);
    }
    Matcher function = FUNCTION.matcher(bare);
    while (function.find()) {
      String name = function.group(1).replaceFirst("^.*::", "");
      if (!KNOWN.contains(name)) {
        throw TransformException.error(
            "unknown function %s in XPath %s".formatted(Quoted.literal(name), quoted(path)));
      }
    }
    budget.spend(cost(bare, size));
  }

  /**
   * Returns the greatest number of steps of an evaluation. Each part of a path that may see all
   * nodes may do so for each node that it starts from.
   */
  private static long cost(String bare, Size size) {
    long wide = WIDE.matcher(bare.replaceFirst("^//", "/")).results().count();
    boolean readsText = TEXT.matcher(OF_ATTRIBUTE.matcher(bare).replaceAll("")).find();
    double once = (double) (size.nodes() + (readsText ? size.text() : 0));
    double cost = Math.pow(once, (double) (1 + wide)) * (1 + bare.length() / 20);
    return (long) cost;
  }

  private static TransformException tooInvolved(String path) {
    return TransformException.unfollowed(
        "XPath %s is too complex for autoheal".formatted(quoted(path)));
  }
}
