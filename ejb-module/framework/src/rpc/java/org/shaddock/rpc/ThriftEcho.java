package org.shaddock.rpc;

import org.apache.thrift.TException;
import org.apache.thrift.TProcessor;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TMessage;
import org.apache.thrift.protocol.TMessageType;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;

/** The service {@code Payload echo(1: Payload payload)}, as Thrift's compiler would write its two sides. */
final class ThriftEcho implements TProcessor {

    private static final String METHOD = "echo";
    private static final TStruct STRUCT = new TStruct("Payload");
    private static final TStruct ARGUMENTS = new TStruct("echo_args");
    private static final TStruct RESULT = new TStruct("echo_result");
    private static final TField ARGUMENT = new TField("payload", TType.STRUCT, (short) 1);
    private static final TField SUCCESS = new TField("success", TType.STRUCT, (short) 0);
    private static final TField NUMBER = new TField("number", TType.I64, (short) 1);
    private static final TField ROOM = new TField("room", TType.I32, (short) 2);
    private static final TField NAME = new TField("name", TType.STRING, (short) 3);
    private static final TField X = new TField("x", TType.DOUBLE, (short) 4);
    private static final TField Y = new TField("y", TType.DOUBLE, (short) 5);
    private static final TField TEXT = new TField("text", TType.STRING, (short) 6);

    @Override
    public void process(TProtocol in, TProtocol out) throws TException {
        TMessage call = in.readMessageBegin();
        Payload payload = wrapped(in);
        in.readMessageEnd();
        send(out, new TMessage(METHOD, TMessageType.REPLY, call.seqid), RESULT, SUCCESS, payload);
    }

    /** Calls and waits. */
    static Payload call(TProtocol protocol, int number, Payload payload) throws TException {
        send(protocol, new TMessage(METHOD, TMessageType.CALL, number), ARGUMENTS, ARGUMENT, payload);
        TMessage reply = protocol.readMessageBegin();
        if (reply.type != TMessageType.REPLY || reply.seqid != number) {
            throw new TException("an unexpected reply: " + reply);
        }
        Payload result = wrapped(protocol);
        protocol.readMessageEnd();
        return result;
    }

    private static void send(TProtocol out, TMessage message, TStruct wrapping, TField field, Payload payload)
            throws TException {
        out.writeMessageBegin(message);
        out.writeStructBegin(wrapping);
        out.writeFieldBegin(field);
        write(out, payload);
        out.writeFieldEnd();
        out.writeFieldStop();
        out.writeStructEnd();
        out.writeMessageEnd();
        out.getTransport().flush();
    }

    private static Payload wrapped(TProtocol in) throws TException {
        Payload payload = Payload.SAMPLE;
        in.readStructBegin();
        for (TField field = in.readFieldBegin(); field.type != TType.STOP; field = in.readFieldBegin()) {
            payload = read(in);
            in.readFieldEnd();
        }
        in.readStructEnd();
        return payload;
    }

    private static void write(TProtocol out, Payload payload) throws TException {
        out.writeStructBegin(STRUCT);
        out.writeFieldBegin(NUMBER);
        out.writeI64(payload.number());
        out.writeFieldEnd();
        out.writeFieldBegin(ROOM);
        out.writeI32(payload.room());
        out.writeFieldEnd();
        out.writeFieldBegin(NAME);
        out.writeString(payload.name());
        out.writeFieldEnd();
        out.writeFieldBegin(X);
        out.writeDouble(payload.x());
        out.writeFieldEnd();
        out.writeFieldBegin(Y);
        out.writeDouble(payload.y());
        out.writeFieldEnd();
        out.writeFieldBegin(TEXT);
        out.writeString(payload.text());
        out.writeFieldEnd();
        out.writeFieldStop();
        out.writeStructEnd();
    }

    private static Payload read(TProtocol in) throws TException {
        long number = 0;
        int room = 0;
        String name = "";
        double x = 0;
        double y = 0;
        String text = "";
        in.readStructBegin();
        for (TField field = in.readFieldBegin(); field.type != TType.STOP; field = in.readFieldBegin()) {
            switch (field.id) {
                case 1 -> number = in.readI64();
                case 2 -> room = in.readI32();
                case 3 -> name = in.readString();
                case 4 -> x = in.readDouble();
                case 5 -> y = in.readDouble();
                case 6 -> text = in.readString();
                default -> TProtocolUtil.skip(in, field.type);
            }
            in.readFieldEnd();
        }
        in.readStructEnd();
        return new Payload(number, room, name, x, y, text);
    }
}
