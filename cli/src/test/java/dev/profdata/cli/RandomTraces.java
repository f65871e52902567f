package dev.profdata.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Text profiles with random temporal traces; a seed gives the same one always. */
final class RandomTraces {
  private static final int MOST_TRACES = 12;

  private final Random random;
  private final List<String> names;
  private final int traces;

  RandomTraces(long seed) {
    random = new Random(seed);
    int functions = 1 + random.nextInt(1 << (2 + random.nextInt(10)));
    names = IntStream.range(0, functions).mapToObj(this::name).toList();
    traces = 1 + random.nextInt(MOST_TRACES);
  }

  private String name(int number) {
    return switch (random.nextInt(12)) {
      case 0 -> "dir/file%d.c;local%d".formatted(number % 7, number);
      case 1 -> "file%d.c:old%d".formatted(number % 7, number);
      case 2 -> "-[Class%d method:with:]".formatted(number);
      default -> "function" + number;
    };
  }

  int traces() {
    return traces;
  }

  String text() {
    List<String> lines = new ArrayList<>(List.of(":ir", ":temporal_prof_traces"));
    lines.add(Integer.toString(traces));
    lines.add(Integer.toString(traces + random.nextInt(3)));
    for (int trace = 0; trace < traces; trace++) {
      lines.add(Integer.toString(1 + random.nextInt(5)));
      lines.add(String.join(", ", trace()));
    }
    for (int i = 0; i < names.size(); i++) {
      lines.addAll(List.of(names.get(i), Integer.toString(i), "1", "7", ""));
    }
    return String.join("\n", lines) + "\n";
  }

  /** Runs of a program resemble each other, as a rule. */
  private List<String> trace() {
    List<String> run = new ArrayList<>(names);
    int swaps = random.nextInt(run.size() + 1);
    for (int i = 0; i < swaps; i++) {
      Collections.swap(run, random.nextInt(run.size()), random.nextInt(run.size()));
    }
    if (random.nextInt(3) == 0) {
      Collections.shuffle(run, random);
    }
    List<String> trace = new ArrayList<>(run.subList(0, 1 + random.nextInt(run.size())));
    for (int i = random.nextInt(6) - 3; i > 0; i--) {
      trace.add(random.nextInt(trace.size()), trace.get(random.nextInt(trace.size())));
    }
    return trace;
  }
}
