package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.ReadSession;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An input that is read from its source while it is visited. */
final class OpenInput implements InputContent {
  private final ProfileInput input;
  private final @Nullable ProfileReader reader;

  private OpenInput(ProfileInput input, @Nullable ProfileReader reader) {
    this.input = input;
    this.reader = reader;
  }

  static OpenInput open(
      ProfileProviders providers, ReadOptions options, ProfileSource source, ReadSession session)
      throws IOException {
    ProfileInput input = session.open(source);
    try {
      return new OpenInput(
          input, input.size() == 0 ? null : providers.open(input, options.within(session)));
    } catch (IOException | RuntimeException | Error e) {
      input.close();
      throw e;
    }
  }

  private ProfileReader reader() {
    if (reader == null) {
      throw new IllegalStateException("an empty input has no content");
    }
    return reader;
  }

  @Override
  public long bytes() {
    return input.size();
  }

  @Override
  public ProfileFormat format() {
    return reader().format();
  }

  @Override
  public ProfileVariant variant() {
    return reader().variant();
  }

  @Override
  public void accept(ProfileVisitor visitor) throws IOException {
    reader().accept(visitor);
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
    input.close();
  }
}
