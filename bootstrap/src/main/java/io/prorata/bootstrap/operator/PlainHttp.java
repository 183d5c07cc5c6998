package io.prorata.bootstrap.operator;

import java.net.http.HttpClient;
import java.security.Provider;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Java's HTTP client for servers of this machine, which do not encrypt. It loads no TLS: Java's client would otherwise prepare it at each
 * start, with hundreds of classes and the certificates that Java trusts.
 */
final class PlainHttp {

    private PlainHttp() {}

    static HttpClient client() {
        return HttpClient.newBuilder()
                // A proxy that the user has set is not for the way to themselves.
                .proxy(HttpClient.Builder.NO_PROXY)
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(new NoContext())
                .sslParameters(new SSLParameters())
                .build();
    }

    private static final class NoContext extends SSLContext {

        NoContext() {
            super(new NoTls(), new NoProvider(), "none");
        }
    }

    private static final class NoProvider extends Provider {

        private static final long serialVersionUID = 1;

        NoProvider() {
            super("none", "1", "no encryption");
        }
    }

    private static final class NoTls extends SSLContextSpi {

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trusted, SecureRandom random) {
            throw none();
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            throw none();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            throw none();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            throw none();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            throw none();
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            throw none();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            throw none();
        }

        private static UnsupportedOperationException none() {
            return new UnsupportedOperationException("servers of this machine do not encrypt");
        }
    }
}
