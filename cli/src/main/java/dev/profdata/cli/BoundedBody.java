package dev.profdata.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Hands an answer on to a stream until it is larger than allowed. */
final class BoundedBody implements HttpResponse.BodySubscriber<Void> {
  private final OutputStream out;
  private final long most;
  private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private long bytes;

  BoundedBody(OutputStream out, long most) {
    this.out = out;
    this.most = most;
  }

  @Override
  @SuppressWarnings("NullAway") // The answer has no value.
  public CompletionStage<Void> getBody() {
    return end;
  }

  @Override
  public void onSubscribe(Flow.Subscription begun) {
    subscription = begun;
    begun.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        write(buffer);
      }
    } catch (IOException e) {
      if (subscription != null) {
        subscription.cancel();
      }
      end.completeExceptionally(e);
    }
  }

  private void write(ByteBuffer buffer) throws IOException {
    bytes += buffer.remaining();
    if (bytes > most) {
      throw new IOException(
          "more than the %d bytes that --limit=file-bytes allows".formatted(most));
    }
    byte[] piece = new byte[buffer.remaining()];
    buffer.get(piece);
    out.write(piece);
  }

  @Override
  public void onError(Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    end.complete(null);
  }
}
