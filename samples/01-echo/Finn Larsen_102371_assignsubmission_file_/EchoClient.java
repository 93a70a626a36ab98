package chatlabs.echo;

import java.io.*;
import java.net.Socket;

public class EchoClient implements AutoCloseable {
    private Socket socket;
    private BufferedReader in;
    private PrintWriter out;

    public EchoClient(String host, int port) throws IOException {
        socket = new Socket(host, port);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), "UTF-8"));
        out = new PrintWriter(new OutputStreamWriter(socket.getOutputStream(), "UTF-8"));
    }

    public String send(String line) throws IOException {
        if (line.contains("\n")) {
            throw new IllegalArgumentException();
        }
        out.print(line + "\n");
        out.flush();
        String reply = in.readLine();
        if (reply == null) {
            throw new EOFException();
        }
        return reply;
    }

    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            e.printStackTrace();
        }
    }

    public static void main(String[] args) throws IOException {
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));
        EchoClient client = new EchoClient(args[0], Integer.parseInt(args[1]));
        String line;
        while ((line = keyboard.readLine()) != null) {
            System.out.println(client.send(line));
            if (line.equals("exit")) break;
        }
        client.close();
    }
}
