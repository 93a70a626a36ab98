package chatlabs.echo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

public class EchoClient implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    public EchoClient(String host, int port) throws IOException {
        socket = new Socket(host, port);
        in = new BufferedInputStream(socket.getInputStream());
    }

    public String send(String line) throws IOException {
        if (line.contains("\n") || line.contains("\r")) {
            throw new IllegalArgumentException("only one line at a time, please");
        }
        try {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            return receive();
        } catch (SocketException e) {
            EOFException eof = new EOFException("the server has closed the connection");
            eof.initCause(e);
            throw eof;
        }
    }

    private String receive() throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        int b;
        while ((b = in.read()) != '\n') {
            if (b == -1) {
                throw new EOFException("the server has closed the connection");
            }
            reply.write(b);
        }
        String text = reply.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    public static void main(String[] args) throws IOException {
        Scanner keyboard = new Scanner(System.in);
        try (EchoClient client = new EchoClient(args[0], Integer.parseInt(args[1]))) {
            while (keyboard.hasNextLine()) {
                String line = keyboard.nextLine();
                System.out.println(client.send(line));
                if (line.equals("exit")) {
                    return;
                }
            }
        }
    }
}
