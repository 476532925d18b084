#!/usr/bin/env bash
# H2 2.2.224: a numeric divided by a parameter without a type is computed with 100,000 digits.
#
# A parameter has no type until it is bound, and the type of a division is settled before that: H2 takes the widest one,
# so each row of `extract(epoch from t) / ?` costs a division of 100,000 digits, some milliseconds. Divided by
# `cast(? as bigint)` it costs a microsecond. Nothing but the time shows it: the quotient is rounded wherever it is used.
# The type of the column tells. A whole number divided by `?` is not concerned, its type is that of the whole number.
#
# Seen with JDK 17:
#   extract(epoch from ...) / ?                 -> NUMERIC, precision 100000
#   extract(epoch from ...) / cast(? as bigint) -> NUMERIC, precision 48
#   2000 rows: the first takes 2738 times as long as the second
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact=com.h2database:h2:2.2.224 \
  -DoutputDirectory="$work"
cat > "$work/Division.java" << 'JAVA'
import java.sql.*;

public class Division {
  static final String UNTYPED = "extract(epoch from timestamp '2026-01-01 00:00:00') / ?";
  static final String TYPED = "extract(epoch from timestamp '2026-01-01 00:00:00') / cast(? as bigint)";

  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
      String untyped = type(connection, UNTYPED);
      String typed = type(connection, TYPED);
      nanos(connection, TYPED);
      long slow = nanos(connection, UNTYPED);
      long fast = nanos(connection, TYPED);
      System.out.println(UNTYPED + " -> " + untyped);
      System.out.println(TYPED + " -> " + typed);
      System.out.println("2000 rows: the first takes " + slow / fast + " times as long as the second");
      boolean asDescribed =
          untyped.equals("NUMERIC, precision 100000")
              && typed.equals("NUMERIC, precision 48")
              && slow > 20 * fast;
      System.exit(asDescribed ? 0 : 1);
    }
  }

  static String type(Connection connection, String division) throws SQLException {
    try (PreparedStatement query = prepared(connection, division);
        ResultSet rows = query.executeQuery()) {
      ResultSetMetaData columns = rows.getMetaData();
      return columns.getColumnTypeName(1) + ", precision " + columns.getPrecision(1);
    }
  }

  static long nanos(Connection connection, String division) throws SQLException {
    try (PreparedStatement query = prepared(connection, division)) {
      long begin = System.nanoTime();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          rows.getLong(1);
        }
      }
      return System.nanoTime() - begin;
    }
  }

  static PreparedStatement prepared(Connection connection, String division) throws SQLException {
    PreparedStatement query =
        connection.prepareStatement("select " + division + " from system_range(1, 2000)");
    query.setLong(1, 60_007L);
    return query;
  }
}
JAVA
java -cp "$work/h2-2.2.224.jar" "$work/Division.java"
