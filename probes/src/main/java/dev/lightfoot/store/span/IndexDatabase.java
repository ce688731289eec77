package dev.lightfoot.store.span;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// A DuckDB of our own making, locked down: no files beside its own, no extensions, no change of
/// its configuration, no statements but ours. It is made anew each time and never opened again, so
/// that neither a stranger's database nor a damaged one ever comes before it.
final class IndexDatabase implements AutoCloseable {
  /// What it may take beside the Java heap; beyond, it writes to its own folder.
  static final String MEMORY = "192MB";

  private static final String CATALOG = "spans_index";

  private static final String TABLES =
      """
      CREATE TABLE traces(no INTEGER, id VARCHAR, service VARCHAR, name VARCHAR, status INTEGER,
        began BIGINT, duration BIGINT, spans INTEGER, errors INTEGER, database BIGINT, cache BIGINT,
        external BIGINT, first INTEGER, raw INTEGER);
      CREATE TABLE spans(trace INTEGER, place BIGINT, service VARCHAR, name VARCHAR,
        layer TINYINT, duration BIGINT, self BIGINT, failed BOOLEAN, words VARCHAR);
      CREATE TABLE requests(trace INTEGER, service VARCHAR, name VARCHAR, layer TINYINT,
        duration BIGINT, self BIGINT, failed BOOLEAN, status INTEGER);
      CREATE TABLE trips(trace INTEGER, layer TINYINT, calls BIGINT, op_service VARCHAR,
        op_name VARCHAR, op_layer TINYINT, route_service VARCHAR, route_name VARCHAR,
        route_layer TINYINT);
      CREATE TABLE wanted(id VARCHAR);
      CREATE TABLE gone(no INTEGER);
      CREATE TEMP TABLE chosen(no INTEGER, began BIGINT, duration BIGINT, errors INTEGER);
      """;

  private final DuckDBConnection connection;
  private final Path folder;

  private IndexDatabase(DuckDBConnection connection, Path folder) {
    this.connection = connection;
    this.folder = folder;
  }

  /// @param folder of its own, whose content is deleted
  static IndexDatabase make(Path folder) throws IOException, SQLException {
    delete(folder);
    dev.lightfoot.store.OwnerFiles.createFolder(folder);
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_community_extensions", "false");
    settings.setProperty("memory_limit", MEMORY);
    settings.setProperty("threads", "2");
    settings.setProperty("temp_directory", folder.resolve("spill").toString());
    settings.setProperty("preserve_insertion_order", "false");
    DuckDBConnection connection =
        DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
    IndexDatabase database = new IndexDatabase(connection, folder);
    try {
      // Without a log of its own: the journal is its log.
      String file = folder.resolve("index.duckdb").toString().replace("'", "''");
      database.execute("ATTACH '" + file + "' AS " + CATALOG + " (RECOVERY_MODE NO_WAL_WRITES)");
      database.execute("USE " + CATALOG);
      database.execute("SET enable_external_access = false");
      database.execute("SET lock_configuration = true");
      database.checkLocked();
      database.execute(TABLES);
      return database;
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  private void checkLocked() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT current_setting('enable_external_access'),"
                    + " current_setting('lock_configuration')");
        ResultSet row = statement.executeQuery()) {
      if (!row.next() || row.getBoolean(1) || !row.getBoolean(2)) {
        throw new SQLException("the index could not be locked down");
      }
    }
  }

  DuckDBAppender appender(String table) throws SQLException {
    return connection.createAppender(CATALOG, DuckDBConnection.DEFAULT_SCHEMA, table);
  }

  /// All that follows until [#commit] is one change.
  void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  void commit() throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  /// Makes one row of a result into what is wanted of it.
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> rows(String sql, List<?> parameters, Row<T> row) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(row.of(result));
      }
      return rows;
    }
  }

  void execute(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, List.of(parameters))) {
      statement.execute();
    }
  }

  private PreparedStatement prepared(String sql, List<?> parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  /// Closes it and deletes its files.
  @Override
  public void close() throws SQLException {
    try {
      connection.close();
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        delete(file);
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // Deleted when the next one is made, or refused by name then.
    }
  }
}
