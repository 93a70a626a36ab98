package chatlabs.echo;

import java.io.*;
import java.net.*;

public class EchoServer implements AutoCloseable {
    private ServerSocket serverSocket;
    private boolean running = true;

    public EchoServer(int port) throws IOException {
        serverSocket = new ServerSocket(port);
        new Thread(this::run).start();
    }

    public int port() {
        return serverSocket.getLocalPort();
    }

    private void run() {
        while (running) {
            try {
                Socket client = serverSocket.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()));
                PrintWriter out = new PrintWriter(client.getOutputStream(), true);
                int n = 0;
                String line;
                while ((line = in.readLine()) != null) {
                    if (line.equals("exit")) {
                        out.println("BYE");
                        client.close();
                        System.out.println("Goodbye!");
                        System.exit(0);
                    }
                    n++;
                    out.println("ACK " + n + " " + line);
                }
                client.close();
            } catch (IOException e) {
                e.printStackTrace();
            }
        }
    }

    public void close() {
        running = false;
        try {
            serverSocket.close();
        } catch (IOException e) {
            e.printStackTrace();
        }
    }

    public static void main(String[] args) throws IOException {
        EchoServer server = new EchoServer(args.length > 0 ? Integer.parseInt(args[0]) : 12345);
        System.out.println("LISTENING " + server.port());
    }
}
