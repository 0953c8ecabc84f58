package dev.autoheal.integrations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fake service for comments on loopback, with the API that the scripts use. */
final class Service implements AutoCloseable {
  static final String ME = "17";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 100;
  private static final Pattern PAGED = Pattern.compile("per_page=100&page=(\\d+)");

  private final HttpServer server;
  private final List<Comment> comments = new ArrayList<>();
  private final List<String> writes = new ArrayList<>();
  private boolean isReadOnly;

  /** A comment, or the first comment of a thread. */
  static final class Comment {
    final String author;
    String body;
    String status = "active";

    Comment(String author, String body) {
      this.author = author;
      this.body = body;
    }
  }

  Service() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Comment> comments() {
    return comments;
  }

  /** Returns the write requests in order. */
  List<String> writes() {
    return writes;
  }

  /** Refuses write requests from now on, as for the token of a fork. */
  void refuseWrites() {
    isReadOnly = true;
  }

  void add(String author, String body) {
    comments.add(new Comment(author, body));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getRawPath();
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    String authorization =
        exchange.getRequestHeaders().getFirst("Authorization")
            + exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN");
    String answer = null;
    int status = 200;
    try {
      if (!authorization.contains("s3cret")) {
        status = 401;
      } else if (path.equals("/graphql")) {
        answer = "{\"data\":{\"viewer\":{\"login\":\"%s\"}}}".formatted(ME);
      } else if (path.equals("/user")) {
        answer = "{\"id\":%s}".formatted(ME);
      } else if (path.equals("/_apis/connectionData")) {
        answer = "{\"authenticatedUser\":{\"id\":\"%s\"}}".formatted(ME);
      } else if (exchange.getRequestMethod().equals("GET")) {
        answer = list(path, query);
      } else if (isReadOnly) {
        status = 403;
      } else {
        write(exchange.getRequestMethod(), path, JSON.readTree(sent));
        answer = "{}";
      }
    } catch (RuntimeException e) {
      status = 500;
      answer = "{\"message\":\"%s\"}".formatted(e.getClass());
    }
    byte[] bytes = (answer == null ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String list(String path, String query) {
    ArrayNode list = JSON.createArrayNode();
    Matcher paged = PAGED.matcher(query);
    int first = paged.matches() ? (Integer.parseInt(paged.group(1)) - 1) * PAGE : 0;
    int last = paged.matches() ? Math.min(first + PAGE, comments.size()) : comments.size();
    for (int id = first; id < last; id++) {
      Comment comment = comments.get(id);
      ObjectNode node = list.addObject().put("id", id).put("body", comment.body);
      node.putObject("user").put("login", comment.author);
      node.put("status", comment.status);
      ObjectNode author = JSON.createObjectNode().put("id", comment.author);
      node.set("author", author);
      ObjectNode inside = node.putArray("comments").addObject();
      inside.put("id", 1).put("content", comment.body).set("author", author);
    }
    ObjectNode wrapped = JSON.createObjectNode();
    wrapped.set("value", list);
    return path.endsWith("/threads") ? wrapped.toString() : list.toString();
  }

  private void write(String method, String path, JsonNode sent) {
    writes.add(method + " " + path);
    if (method.equals("POST")) {
      String body =
          sent.has("body") ? sent.get("body").asText() : sent.at("/comments/0/content").asText();
      add(ME, body);
      return;
    }
    Matcher ids =
        Pattern.compile(".*?/(?:comments|notes|threads)/(\\d+)(?:/comments/1)?").matcher(path);
    if (!ids.matches()) {
      throw new UncheckedIOException(new IOException(path));
    }
    Comment comment = comments.get(Integer.parseInt(ids.group(1)));
    if (sent.has("status")) {
      comment.status = sent.get("status").asText();
    } else {
      comment.body = sent.path("body").asText(sent.path("content").asText());
    }
  }
}
