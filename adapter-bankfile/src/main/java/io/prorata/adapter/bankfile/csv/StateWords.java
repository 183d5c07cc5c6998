package io.prorata.adapter.bankfile.csv;

import java.util.Set;

/** The words with which banks say that a line is settled, or that it is not, in the languages of {@link HeaderWords}. */
final class StateWords {

    static final Set<String> SETTLED = words(
            "completed complete settled booked book posted cleared reconciled executed processed gebucht",
            "umsatzgebucht verbucht abgeschlossen comptabilise comptabilisee termine terminee effectue effectuee",
            "execute executee valide validee passe completado completada contabilizado contabilizada realizado",
            "realizada voltooid geboekt verwerkt zaksiegowana zaksiegowano rozliczona zauctovano konyvelt bokford",
            "bokfort bokført bogfort bogført kirjattu contabilizzato contabilizzata eseguito eseguita concluido",
            "executado udfort udført utfort utført genomford genomförd bokforing suoritettu zrealizowana zrealizowano",
            "provedeno provedena realizovano teljesitett teljesitve lancado reconciliado erledigt ausgefuhrt");

    static final Set<String> UNSETTLED = words(
            "pending pdng authorised authorized authorisation authorization hold scheduled processing expected",
            "enattente encours avenir prevu prevue vorgemerkt umsatzvorgemerkt offen ausstehend pendiente",
            "enproceso inbehandeling gereserveerd reverted reversed declined failed cancelled canceled rejected",
            "expired void annule annulee rejete rejetee refuse refusee echoue echouee storniert abgelehnt",
            "fehlgeschlagen cancelado cancelada rechazado rechazada fallido fallida geannuleerd geweigerd mislukt",
            "nierozliczona oczekujaca nezauctovano cekajici fuggo fuggoben preliminar reserverad reserveret",
            "reservert varaus noncontabilizzato insospeso pendente venter afvist slettet avvist vantande makulerad",
            "hylatty hylätty odmitnuto zamitnuto zruseno odrzucona odrzucono anulowana elutasitva recusado");

    private StateWords() {}

    private static Set<String> words(String... lines) {
        return Set.of(String.join(" ", lines).split(" ", -1));
    }
}
