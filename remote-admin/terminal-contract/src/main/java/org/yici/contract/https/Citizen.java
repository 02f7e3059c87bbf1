package org.yici.contract.https;

/** Who is asked about: name and number as on the card. Personal, in both directions over TLS only. */
public record Citizen(String name, String number) {
    public Citizen {
        if (name.isBlank() || name.length() > 60 || number.isBlank() || number.length() > 20) {
            throw new IllegalArgumentException("a name has 1 to 60 characters and a number 1 to 20");
        }
    }

    @Override
    public String toString() {
        return "Citizen";
    }
}
