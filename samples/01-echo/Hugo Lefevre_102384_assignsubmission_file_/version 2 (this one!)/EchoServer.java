package chatlabs.echo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class EchoServer implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket();
    private final Thread worker = new Thread(this::work);
    private volatile Socket client;

    public EchoServer(int port) throws IOException {
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(port));
        worker.start();
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void work() {
        try {
            client = listener.accept();
            BufferedReader reader = new BufferedReader(
                    new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            Writer writer = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
            int number = 1;
            String line = reader.readLine();
            while (line != null) {
                if (line.length() > 1024) {
                    writer.write("ERR too-long\n");
                } else if (line.equalsIgnoreCase("exit")) {
                    writer.write("BYE\n");
                    writer.flush();
                    break;
                } else {
                    writer.write("ACK " + number + " " + line + "\n");
                    number++;
                }
                writer.flush();
                line = reader.readLine();
            }
            client.close();
        } catch (IOException e) {
            System.err.println("Problem with the client: " + e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        if (client != null) {
            client.close();
        }
    }

    public static void main(String[] args) throws IOException {
        EchoServer server = new EchoServer(args.length > 0 ? Integer.parseInt(args[0]) : 12345);
        System.out.println("LISTENING " + server.port());
    }
}
