// Unusual: no lock anywhere. One thread owns the users; all others send it what is to be done.
package chatlabs.broadcast;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/** The actor that owns all state of the chat. */
final class Room {
  private final Map<String, Outbox> users = new TreeMap<>(); // of the actor's thread alone
  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
  private boolean closed; // of the actor's thread alone

  /** Starts the actor. */
  void open() {
    new Thread(this::act, "chat-actor").start();
  }

  private void act() {
    try {
      while (!closed) {
        inbox.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does that
    }
  }

  /** Ends the actor; only after the last session has ended, so that nobody waits for an answer. */
  void close() {
    inbox.add(() -> closed = true);
  }

  /** Lets the actor do this, and waits for what it gives. */
  private <T> T ask(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    inbox.add(() -> answer.complete(question.get()));
    return answer.join();
  }

  boolean enter(String name, Outbox outbox) {
    return ask(() -> register(name, outbox));
  }

  private boolean register(String name, Outbox outbox) {
    if (users.containsKey(name)) { // the actor alone can change that
      return false;
    }
    users.put(name, outbox);
    outbox.send("WELCOME " + name);
    outbox.send(list());
    tellOthers(name, "* " + name + " has joined the chat room.");
    return true;
  }

  void say(String name, String text) {
    inbox.add(() -> tellOthers(name, name + ": " + text));
  }

  void leave(String name) {
    inbox.add(
        () -> {
          users.remove(name);
          tellOthers(name, "* " + name + " has left the chat room.");
        });
  }

  String online() {
    return ask(this::list);
  }

  private String list() {
    return "* online: " + String.join(", ", users.keySet());
  }

  private void tellOthers(String name, String line) {
    byte[] bytes = Outbox.bytes(line);
    users.forEach(
        (other, outbox) -> {
          if (!other.equals(name)) {
            outbox.send(bytes);
          }
        });
  }
}
