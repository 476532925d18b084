package dev.outwork.it.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a database, which can be cut, or swallow everything without a word. */
final class DatabaseLine implements AutoCloseable {
  private static final int BUFFER = 8_192;

  private final ServerSocket entrance;
  private final int databasePort;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Object thaw = new Object();
  private volatile boolean cut;
  private volatile boolean frozen;

  private DatabaseLine(ServerSocket entrance, int databasePort) {
    this.entrance = entrance;
    this.databasePort = databasePort;
  }

  static DatabaseLine to(int databasePort) throws IOException {
    ServerSocket entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    DatabaseLine line = new DatabaseLine(entrance, databasePort);
    start(line::accept);
    return line;
  }

  /** JDBC URL of the database at the other end. */
  String url() {
    return "jdbc:postgresql://localhost:%d/postgres".formatted(entrance.getLocalPort());
  }

  /** Ends all connections and takes no new ones, as a server does that is down. */
  void cut() {
    cut = true;
    sockets.forEach(DatabaseLine::close);
  }

  /** Blocks the connection silently. */
  void freeze() {
    frozen = true;
  }

  void restore() {
    cut = false;
    frozen = false;
    synchronized (thaw) {
      thaw.notifyAll();
    }
  }

  private void accept() {
    try {
      while (!entrance.isClosed()) {
        Socket caller = entrance.accept();
        if (cut) {
          close(caller);
        } else {
          connect(caller);
        }
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private void connect(Socket caller) throws IOException {
    Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
    sockets.add(caller);
    sockets.add(database);
    start(() -> forward(caller, database));
    start(() -> forward(database, caller));
  }

  private void forward(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        waitWhileFrozen();
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // One end has gone, and so does the other.
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void waitWhileFrozen() {
    synchronized (thaw) {
      while (frozen) {
        try {
          thaw.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "database line");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    sockets.forEach(DatabaseLine::close);
  }
}
