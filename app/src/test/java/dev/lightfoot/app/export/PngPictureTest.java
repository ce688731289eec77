package dev.lightfoot.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.drawing.Mark;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PngPictureTest {
  @Test
  void aDrawingIsDrawnAtTwiceItsSizeWithAMargin() throws IOException {
    Mark bar = new Mark.Bar(Ink.DISTANCE, 10, 10, 40, 20);
    BufferedImage image = image(new Drawing("", 100, 50, List.of(bar), List.of()));
    assertThat(image.getWidth()).isEqualTo(2 * (100 + 32));
    assertThat(image.getHeight()).isEqualTo(2 * (50 + 32));
    assertThat(image.getRGB(2, 2) & 0xffffff).isEqualTo(0xffffff);
    int inTheBar = image.getRGB(2 * (16 + 30), 2 * (16 + 20)) & 0xffffff;
    assertThat(inTheBar).isEqualTo(0x222b36);
  }

  @Test
  void wordsAreDrawn() throws IOException {
    Mark words = new Mark.Words(Mark.Face.STRONG, "text", Mark.Side.START, "Wait", 0, 20);
    BufferedImage image = image(new Drawing("", 100, 50, List.of(words), List.of()));
    int dark = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        dark += (image.getRGB(x, y) & 0xff) < 0x60 ? 1 : 0;
      }
    }
    assertThat(dark).isGreaterThan(100);
  }

  @Test
  void aVeryHighDrawingStaysWithinItsLimit() throws IOException {
    BufferedImage image = image(new Drawing("", Drawing.WIDTH, 60_000, List.of(), List.of()));
    assertThat((long) image.getWidth() * image.getHeight())
        .isLessThanOrEqualTo(PngPicture.MOST_PIXELS + 100_000L);
  }

  private static BufferedImage image(Drawing drawing) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(PngPicture.of(drawing)));
  }
}
