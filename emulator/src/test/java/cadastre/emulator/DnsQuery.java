package cadastre.emulator;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Questions over plain sockets.
final class DnsQuery {
    private DnsQuery() {}

    static Message question(String name, int type) throws IOException {
        Message query = Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        return query;
    }

    static Message edns(Message query, int payload) {
        query.addRecord(new OPTRecord(payload, 0, 0, 0), Section.ADDITIONAL);
        return query;
    }

    static Message udp(String server, int port, Message query) throws IOException {
        return new Message(udp(server, port, query.toWire()));
    }

    static byte[] udp(String server, int port, byte[] octets) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(10_000);
            socket.send(new DatagramPacket(
                    octets, octets.length, new InetSocketAddress(InetAddress.ofLiteral(server), port)));
            DatagramPacket answer = new DatagramPacket(new byte[65535], 65535);
            socket.receive(answer);
            return Arrays.copyOf(answer.getData(), answer.getLength());
        }
    }

    static Message tcp(String server, int port, Message query) throws IOException {
        return stream(server, port, query.toWire(), false).getFirst();
    }

    /// {@return the messages up to the second SOA, or up to one that is no success}
    static List<Message> transfer(String server, int port, byte[] query) throws IOException {
        return stream(server, port, query, true);
    }

    private static List<Message> stream(String server, int port, byte[] query, boolean all) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral(server), port)) {
            socket.setSoTimeout(10_000);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeShort(query.length);
            out.write(query);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            List<Message> answers = new ArrayList<>();
            int soas = 0;
            do {
                byte[] answer = new byte[in.readUnsignedShort()];
                in.readFully(answer);
                Message message = new Message(answer);
                answers.add(message);
                if (message.getRcode() != Rcode.NOERROR) {
                    return answers;
                }
                soas += (int) message.getSection(Section.ANSWER).stream()
                        .filter(record -> record.getType() == Type.SOA)
                        .count();
            } while (all && soas < 2);
            return answers;
        } catch (EOFException e) {
            throw new IOException("the server ended the connection", e);
        }
    }

    /// {@return what of an answer counts, so that two servers can be compared}
    static String text(Message answer) {
        StringBuilder text = new StringBuilder(Rcode.string(answer.getRcode()));
        for (int flag : List.of(Flags.AA, Flags.TC, Flags.RA)) {
            text.append(answer.getHeader().getFlag(flag) ? " " + Flags.string(flag) : "");
        }
        if (answer.getOPT() != null) {
            text.append(" edns ").append(answer.getOPT().getPayloadSize());
        }
        for (int section : List.of(Section.ANSWER, Section.AUTHORITY, Section.ADDITIONAL)) {
            TreeSet<String> lines = new TreeSet<>();
            for (Record record : answer.getSection(section)) {
                if (record.getType() != Type.OPT) {
                    lines.add(record.toString().toLowerCase(java.util.Locale.ROOT));
                }
            }
            text.append('\n').append(Section.string(section)).append('\n').append(String.join("\n", lines));
        }
        return text.toString();
    }
}
