package io.camber.app.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Pictures in rows with a line of text above each. */
final class Sheet {
  private static final int GAP_PX = 4;
  private static final int LABEL_PX = 16;

  /** A picture and what it shows. */
  record Cell(String label, BufferedImage picture) {}

  private Sheet() {}

  /** Lays cells out row by row; every picture has the height of the first. */
  static BufferedImage of(List<Cell> cells, int columns) {
    int widthPx =
        cells.stream().mapToInt(cell -> cell.picture().getWidth()).max().orElse(1);
    int heightPx = cells.get(0).picture().getHeight();
    int rowPx = heightPx + LABEL_PX + GAP_PX;
    int rows = (cells.size() + columns - 1) / columns;
    BufferedImage sheet = new BufferedImage(
        GAP_PX + columns * (widthPx + GAP_PX), GAP_PX + rows * rowPx, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.setColor(Color.BLACK);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    for (int i = 0; i < cells.size(); i++) {
      int x = GAP_PX + i % columns * (widthPx + GAP_PX);
      int y = GAP_PX + i / columns * rowPx;
      g.drawString(cells.get(i).label(), x, y + LABEL_PX - 4);
      g.drawImage(cells.get(i).picture(), x, y + LABEL_PX, null);
    }
    g.dispose();
    return sheet;
  }
}
