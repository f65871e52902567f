import dev.profdata.Profiles;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.WriteOptions;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Turns a profile into a raw file of any version, width and byte order: {@code SOURCE VERSION BITS
 * little|big TARGET}. Runs from source, with {@code profdata.jar} on the class path.
 */
final class WriteByRule {
  private WriteByRule() {}

  public static void main(String[] arguments) throws IOException {
    ProfileFormat format =
        ProfileFormat.raw(Integer.parseInt(arguments[1]))
            .withPointerBits(Integer.parseInt(arguments[2]))
            .withByteOrder(
                arguments[3].equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    Profiles.convert(
            Path.of(arguments[0]),
            Path.of(arguments[4]),
            format,
            WriteOptions.DEFAULT.allowingAllLosses())
        .losses()
        .forEach(System.err::println);
  }
}
