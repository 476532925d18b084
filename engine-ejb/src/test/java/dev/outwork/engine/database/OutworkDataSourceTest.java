package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Opens connections while the application is there. */
class OutworkDataSourceTest {
  private final OutworkDataSource database =
      new OutworkDataSource("jdbc:h2:mem:application-ends", "sa", "");

  @AfterEach
  void begin() {
    OutworkDataSource.begin();
  }

  @Test
  void no_connection_is_opened_once_the_application_has_ended() {
    OutworkDataSource.end();

    assertThatThrownBy(database::getConnection)
        .isInstanceOf(SQLException.class)
        .hasMessage("The application has ended: no connection is opened")
        .extracting("SQLState")
        .isEqualTo("08000");
  }

  @Test
  void open_connections_stay_open_when_the_application_ends() throws Exception {
    try (Connection connection = database.getConnection()) {
      OutworkDataSource.end();

      assertThat(connection.isValid(1)).isTrue();
    }
  }

  @Test
  void an_application_that_starts_again_gets_connections() throws Exception {
    OutworkDataSource.end();
    OutworkDataSource.begin();

    try (Connection connection = database.getConnection()) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }
}
