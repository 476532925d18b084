package dev.outwork.engine.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.DatabaseMetaData;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/** SQL on the connection of the transaction that the container has begun. */
@ApplicationScoped
public class Sql {
  @Resource(lookup = Migrations.DATA_SOURCE)
  private DataSource dataSource;

  private Jdbi jdbi;
  private Dialect dialect;

  @PostConstruct
  void open() {
    jdbi = Jdbi.create(dataSource);
    jdbi.setTransactionHandler(new CMTTransactionHandler());
    dialect = jdbi.withHandle(handle -> Dialect.of(urlOf(handle)));
  }

  /** Which database it is. */
  public Dialect dialect() {
    return dialect;
  }

  /** Asks the database. */
  public <T> T ask(Function<Handle, T> question) {
    try (Handle handle = jdbi.open()) {
      return question.apply(handle);
    }
  }

  /** Tells the database. */
  public void tell(Consumer<Handle> statement) {
    try (Handle handle = jdbi.open()) {
      statement.accept(handle);
    }
  }

  private static String urlOf(Handle handle) {
    return handle.queryMetadata(DatabaseMetaData::getURL);
  }
}
