#pragma once
// The names the wire uses of Asio. Every connection has a strand: its coroutine and everything posted to it run one
// after the other, so that a connection needs no locks of its own.
//
// g++ 12 lays the coroutine's frame out wrongly for `while (co_await f()) {}`. So here the result of a `co_await` is
// always a named variable, never part of a condition or of a larger expression.

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>

namespace himpun::http {

namespace asio = boost::asio;
using SystemError = boost::system::error_code;
using Strand = asio::strand<asio::io_context::executor_type>;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Strand>;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Strand>;
using Timer =
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Strand>;
using TlsStream = asio::ssl::stream<Socket&>;
using Clock = std::chrono::steady_clock;

template <class T>
using Task = asio::awaitable<T, Strand>;

/// `co_await socket.async_read_some(buffer, resume(error))`
inline auto resume(SystemError& error) { return asio::redirect_error(asio::use_awaitable_t<Strand>{}, error); }

}  // namespace himpun::http
