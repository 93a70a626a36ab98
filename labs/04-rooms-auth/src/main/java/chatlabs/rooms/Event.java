package chatlabs.rooms;

import java.time.Instant;

/** What a client is told although it has not asked. Given. */
sealed interface Event {
  /** Somebody spoke in a room. */
  record Message(Instant time, String room, String sender, String text) implements Event {}

  /** Somebody spoke to this user alone. */
  record Private(Instant time, String sender, String text) implements Event {}

  /** Somebody came into a room. */
  record Joined(Instant time, String room, String name) implements Event {}

  /** Somebody has left a room. */
  record Left(Instant time, String room, String name) implements Event {}

  /** The event as the client gets it, without its LF. */
  default String line() {
    return switch (this) {
      case Message it -> "MSG " + it.time() + " " + it.room() + " " + it.sender() + " " + it.text();
      case Private it -> "PM " + it.time() + " " + it.sender() + " " + it.text();
      case Joined it -> "NOTE " + it.time() + " " + it.room() + " " + it.name() + " joined";
      case Left it -> "NOTE " + it.time() + " " + it.room() + " " + it.name() + " left";
    };
  }
}
