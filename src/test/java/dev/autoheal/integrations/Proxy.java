package dev.autoheal.integrations;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy on loopback that connects to nothing. It gives each client the same answer and closes the
 * connection.
 */
final class Proxy implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final String answer;

  Proxy(String answer) throws IOException {
    this.answer = answer;
    Thread thread = new Thread(this::run, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Returns the first line of each request. */
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void run() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
        String line = reader.readLine();
        requests.add(line);
        while (line != null && !line.isEmpty()) {
          line = reader.readLine();
        }
        client.getOutputStream().write(answer.getBytes(US_ASCII));
      } catch (IOException e) {
        // The client or this proxy has closed the connection.
      }
    }
  }
}
