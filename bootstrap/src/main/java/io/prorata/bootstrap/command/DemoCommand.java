package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.demo.Demo;
import io.prorata.bootstrap.demo.DemoBooks;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.OwnerFile;
import io.prorata.bootstrap.option.PortOption;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.bootstrap.server.FreePort;
import io.prorata.bootstrap.server.Server;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows Prorata with a household that nobody lives in. */
@Command(
        name = "demo",
        description = {
            "Start a server with a sample household: three years of transactions, up to today.",
            "The demo has its own folder and touches no other database. Your changes are kept until the month is over."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  prorata demo", "  prorata demo --fresh"})
final class DemoCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "The demo's folder. Default: prorata/demo in $XDG_DATA_HOME or ~/.local/share.")
    private @Nullable Path folder;

    @Option(names = "--fresh", description = "Delete the demo's database of this month and start again.")
    private boolean fresh;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port. Default: 8642, or the next free one. Environment: PRORATA_PORT.")
    private @Nullable Integer port;

    DemoCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Path file = DemoBooks.file(
                folder == null ? environment.dataHome().resolve("prorata").resolve("demo") : folder,
                environment.clock());
        refuseIfRunning(file);
        int at = port == null ? FreePort.from(ServerSettings.LOOPBACK, ServeCommand.USUAL_PORT) : PortOption.read(port);
        if (fresh || !Files.exists(file)) {
            environment.printNote("Making three years of a sample household ...");
        }
        var database = DemoBooks.open(file, fresh, environment.clock());
        Server server = Server.start(database, new ServerSettings(ServerSettings.LOOPBACK, at), environment.clock());
        show(server, file);
        ServerRunLoop.untilStopped(server, environment);
        return ExitCode.OK;
    }

    private static void refuseIfRunning(Path file) {
        DatabaseLock.announced(file).map(OwnerFile::of).ifPresent(note -> {
            throw new UsageException("The demo is running already, at " + note.address()
                    + ". Stop it first (Ctrl-C where it runs), or look around there.");
        });
    }

    private void show(Server server, Path file) {
        var demo = new Demo(server.work(), environment.clock());
        String token = demo.token();
        PrintWriter out = environment.out();
        demo.month(environment.words()).forEach(out::println);
        out.println();
        environment.print("The month in a browser; this link signs you in once, within ten minutes:");
        out.println();
        out.println(demo.link(server.address()));
        out.println();
        environment.print("Prorata answers at {0}", server.address());
        environment.print("Books              {0}", file);
        environment.print("Token              {0}", token);
        out.println();
        environment.print("The month in short, how the provisions come about, and a line for the bakery:");
        out.println();
        demo.requests(server.address(), token).forEach(out::println);
        out.println();
        environment.print("Ctrl-C stops it.");
        out.flush();
    }
}
