package chatlabs.grader.channel;

import java.net.SocketAddress;

/** A datagram on its way: what arrives, and where. */
@SuppressWarnings("ArrayRecordComponent") // not compared
record Load(Passage passage, byte[] bytes, Port out, SocketAddress to) {}
