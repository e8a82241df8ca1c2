package io.camber.drives.rosbag;

import io.camber.diagnostics.InputException;
import io.camber.drives.log.DriveLog;
import io.camber.drives.ros.RosBytes;
import io.camber.drives.ros.RosDrive;
import io.camber.drives.source.ByteReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** The storage of ROS 2 in SQLite: a table of topics and one of messages. Opened for reading only. */
final class SqliteBag {
  private static final int MESSAGE_MAX = 256 << 20;

  private SqliteBag() {}

  static void read(Path file, DriveLog log, RosDrive drive) throws IOException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setSharedCache(false);
    String query = "SELECT t.name, t.type, t.serialization_format, length(m.data), m.timestamp,"
        + " m.data FROM messages m JOIN topics t ON t.id = m.topic_id ORDER BY m.timestamp, m.id";
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        take(file, rows, log, drive);
      }
    } catch (SQLException e) {
      throw new InputException(
          file + ": is no readable bag of ROS 2: "
              + String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
          e);
    }
  }

  private static void take(Path file, ResultSet rows, DriveLog log, RosDrive drive)
      throws SQLException, IOException {
    String topic = rows.getString(1);
    String type = rows.getString(2);
    if (!"cdr".equals(rows.getString(3))) {
      log.notes().skip(topic + " (" + type + " in " + rows.getString(3) + ")");
      return;
    }
    String place = file + ": message on " + topic + " at " + rows.getLong(5) + " ns";
    if (rows.getLong(4) > MESSAGE_MAX) {
      throw new InputException(place + ": has " + rows.getLong(4) + " bytes");
    }
    drive.take(topic, type, RosBytes.ros2(ByteReader.of(place, rows.getBytes(6))));
  }
}
