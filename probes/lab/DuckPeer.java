import java.sql.DriverManager;
import java.sql.SQLException;

/// `java -cp DUCKDB.jar:. DuckPeer SQL`: runs one query with DuckDB, and prints what it gives.
void main(String... arguments) throws SQLException {
  try (var connection = DriverManager.getConnection("jdbc:duckdb:");
      var statement = connection.createStatement();
      var rows = statement.executeQuery(arguments[0])) {
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      var line = new StringJoiner("\t");
      for (int i = 1; i <= columns; i++) {
        line.add(rows.getString(i));
      }
      IO.println(line);
    }
  }
}
