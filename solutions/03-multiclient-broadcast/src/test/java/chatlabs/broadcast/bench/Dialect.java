package chatlabs.broadcast.bench;

/** The lines that a server of the room understands: the lab's own protocol, or IRC. */
enum Dialect {
  /** The lab's: protocols/03-multiclient-broadcast.md. */
  CHAT {
    @Override
    String greeting(String name) {
      return "";
    }

    @Override
    String answer(String line, String name) {
      return line.equals("NAME?") ? name + "\n" : "";
    }

    @Override
    boolean saysThatOneIsIn(String line) {
      return line.startsWith("WELCOME ");
    }

    @Override
    String prefixOfMessages() {
      return "";
    }

    @Override
    boolean isMessage(String line) {
      return !line.startsWith("* ") && !line.equals("NAME?") && !saysThatOneIsIn(line);
    }

    @Override
    boolean isFrom(String beforeText, String sender) {
      return beforeText.equals(sender + ": ");
    }

    @Override
    boolean saysThatHasLeft(String line, String name) {
      return line.equals("* " + name + " has left the chat room.");
    }
  },

  /** RFC 2812, with one channel. */
  IRC {
    private static final String CHANNEL = "#room";

    @Override
    String greeting(String name) {
      return "NICK " + name + "\r\nUSER " + name + " 0 * :" + name + "\r\n";
    }

    @Override
    String answer(String line, String name) {
      if (line.startsWith("PING ")) {
        return "PONG " + line.substring(5) + "\r\n";
      }
      return line.contains(" 001 " + name + " ") ? "JOIN " + CHANNEL + "\r\n" : "";
    }

    @Override
    boolean saysThatOneIsIn(String line) {
      return line.contains(" 366 "); // the end of the list of names
    }

    @Override
    String prefixOfMessages() {
      return "PRIVMSG " + CHANNEL + " :";
    }

    @Override
    boolean isMessage(String line) {
      return line.contains(" PRIVMSG ");
    }

    @Override
    boolean isFrom(String beforeText, String sender) {
      return beforeText.startsWith(":" + sender + "!")
          && beforeText.endsWith(" PRIVMSG " + CHANNEL + " :");
    }

    @Override
    boolean saysThatHasLeft(String line, String name) {
      return line.startsWith(":" + name + "!") && line.contains(" QUIT ");
    }
  };

  /** What a client says first; may be nothing. */
  abstract String greeting(String name);

  /** What a client has to answer to a line of the server, with its line end; mostly nothing. */
  abstract String answer(String line, String name);

  /** Whether a line tells its receiver that it is in the room. */
  abstract boolean saysThatOneIsIn(String line);

  /** What stands before a text that a client says to the room. */
  abstract String prefixOfMessages();

  /** Whether a line is a user's message, or claims to be one. */
  abstract boolean isMessage(String line);

  /** Whether what stands before the text of a message is right for this sender. */
  abstract boolean isFrom(String beforeText, String sender);

  /** Whether a line tells that this user has left. */
  abstract boolean saysThatHasLeft(String line, String name);
}
