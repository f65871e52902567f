package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.ReadSession;
import dev.profdata.model.ProfileVariant;
import dev.profdata.spi.PartialSum;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An input that is read from its source while it is visited. */
final class OpenInput implements InputContent {
  private final ProfileInput input;
  private final @Nullable ProfileReader reader;
  private final Optional<PartialSum> partialSum;

  private OpenInput(
      ProfileInput input, @Nullable ProfileReader reader, Optional<PartialSum> partialSum) {
    this.input = input;
    this.reader = reader;
    this.partialSum = partialSum;
  }

  static OpenInput open(
      ProfileProviders providers, ReadOptions options, ProfileSource source, ReadSession session)
      throws IOException {
    ProfileInput input = session.open(source, options.limits());
    try {
      Optional<PartialSum> partialSum = providers.readPartialSum(input, options.limits());
      boolean profile = input.size() > 0 && partialSum.isEmpty();
      return new OpenInput(
          input, profile ? providers.open(input, options.within(session)) : null, partialSum);
    } catch (IOException | RuntimeException | Error e) {
      input.close();
      throw e;
    }
  }

  private ProfileReader reader() {
    if (reader == null) {
      throw new IllegalStateException("this input is no profile");
    }
    return reader;
  }

  @Override
  public long bytes() {
    return input.size();
  }

  @Override
  public Optional<PartialSum> partialSum() {
    return partialSum;
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
