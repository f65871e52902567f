package dev.profdata.cli.sample;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs a test class in a virtual machine of its own: {@code KitMain TEST PROVIDER}. */
final class KitMain {
  private KitMain() {}

  public static void main(String[] args) throws ClassNotFoundException {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    Launcher launcher = LauncherFactory.create();
    launcher.execute(
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(args[0])).build(),
        listener);
    TestExecutionSummary summary = listener.getSummary();
    PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
    summary.printFailuresTo(out, 3);
    out.printf(
        "provider in module %s, %d succeeded, %d failed%n",
        Class.forName(args[1]).getModule().getName(),
        summary.getTestsSucceededCount(),
        summary.getTotalFailureCount());
  }
}
