package dev.autoheal.integrations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A fake server of releases on loopback. */
final class Releases implements AutoCloseable {
  /** What the server does with requests for files. */
  enum Mode {
    SEND,
    FORBID,
    /** Fails once, then sends. */
    STUMBLE,
    /** Announces the whole file, sends half of it and closes the connection. */
    CUT_OFF,
    /** Sends half of the file as if it were all. */
    TRUNCATE,
    /** Redirects to this server again, which has no certificate. */
    REDIRECT
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Mode mode = Mode.SEND;

  Releases() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/files";
  }

  void add(String name, byte[] content) {
    files.put("/files/" + name, content);
  }

  void mode(Mode newMode) {
    mode = newMode;
  }

  /** Returns the paths that were requested, in order. */
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    requests.add(path);
    byte[] content = files.get(path);
    try (exchange) {
      if (content == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      int sent = content.length;
      switch (mode) {
        case SEND -> exchange.sendResponseHeaders(200, sent);
        case FORBID -> {
          exchange.sendResponseHeaders(403, -1);
          return;
        }
        case STUMBLE -> {
          mode = Mode.SEND;
          exchange.sendResponseHeaders(503, -1);
          return;
        }
        case CUT_OFF -> {
          exchange.sendResponseHeaders(200, sent);
          sent /= 2;
        }
        case TRUNCATE -> {
          sent /= 2;
          exchange.sendResponseHeaders(200, sent);
        }
        case REDIRECT -> {
          exchange.getResponseHeaders().add("Location", path + "?again");
          exchange.sendResponseHeaders(302, -1);
          return;
        }
      }
      exchange.getResponseBody().write(content, 0, sent);
    }
  }
}
