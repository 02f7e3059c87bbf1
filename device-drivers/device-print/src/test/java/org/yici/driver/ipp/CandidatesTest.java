package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.device.Candidate;

/** What looks like a printer on a machine. */
class CandidatesTest {
    @TempDir
    Path folder;

    private void usb(String name, Map<String, String> files) throws IOException {
        Path device = Files.createDirectories(folder.resolve(name));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(device.resolve(file.getKey()), file.getValue() + "\n");
        }
    }

    @Test
    void tellsPrintersOnUsbAndWhatTheyNeed() throws Exception {
        usb(
                "1-1",
                Map.of(
                        "idVendor",
                        "03f0",
                        "idProduct",
                        "c511",
                        "manufacturer",
                        "HP",
                        "product",
                        "LaserJet",
                        "serial",
                        "X1"));
        usb("1-1:1.0", Map.of("bInterfaceClass", "07", "bInterfaceProtocol", "02"));
        usb("1-1:1.1", Map.of("bInterfaceClass", "07", "bInterfaceProtocol", "04"));
        usb("1-2", Map.of("idVendor", "04b8", "idProduct", "0005", "product", "Old"));
        usb("1-2:1.0", Map.of("bInterfaceClass", "07", "bInterfaceProtocol", "01"));
        usb("1-3:1.0", Map.of("bInterfaceClass", "03", "bInterfaceProtocol", "00"));
        List<Candidate> printers = UsbPrinters.in(folder);
        assertThat(printers)
                .extracting(Candidate::description)
                .containsExactly(
                        "USB printer HP LaserJet: install ipp-usb and name its port on localhost",
                        "USB printer Old: it needs a queue in CUPS");
        assertThat(printers.get(0).facts()).containsEntry("usb", "03f0:c511").containsEntry("serial", "X1");
        assertThat(printers.get(0).config()).isEmpty();
        assertThat(UsbPrinters.in(folder.resolve("none"))).isEmpty();
    }

    @Test
    void tellsTheQueuesOfACups() throws Exception {
        HttpServer cups = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cups.createContext("/", exchange -> {
            IppPacket question = IppPacket.read(exchange.getRequestBody());
            byte[] answer = question.getCode() == 0x4002 ? queues() : new byte[0];
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        cups.start();
        URI address = URI.create("http://localhost:" + cups.getAddress().getPort() + "/");
        try {
            List<Candidate> queues = CupsQueues.at(address);
            assertThat(queues)
                    .extracting(Candidate::description)
                    .containsExactly("CUPS queue Office, Maker 1", "CUPS queue Hall");
            assertThat(queues.get(1).config().orElseThrow().settings())
                    .isEqualTo(Map.of(
                            "uri", "ipp://localhost:" + address.getPort() + "/printers/Hall", "evidence", "job-state"));
        } finally {
            cups.stop(0);
        }
        assertThat(CupsQueues.at(address)).as("when nobody answers").isEmpty();
    }

    private static byte[] queues() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new IppPacket(
                        Status.successfulOk,
                        1,
                        AttributeGroup.groupOf(
                                Tag.operationAttributes,
                                Types.attributesCharset.of("utf-8"),
                                Types.attributesNaturalLanguage.of("en")),
                        AttributeGroup.groupOf(
                                Tag.printerAttributes,
                                Types.printerName.of("Office"),
                                Types.printerMakeAndModel.of("Maker 1")),
                        AttributeGroup.groupOf(Tag.printerAttributes, Types.printerName.of("Hall")))
                .write(out);
        return out.toByteArray();
    }
}
